/** What kind of thing a statement says of its block, by the word that it begins with. */
export type StatementShape =
	'purpose' | 'contents' | 'must' | 'limits' | 'can' | 'automatic' | 'byDefault' | 'recommended' | 'example';

/** The shape of a statement; undefined where it begins with no such word. */
export function statementShape(text: string): StatementShape | undefined {
	return shapes.find(([, opening]) => opening.test(text))?.[0];
}

const shapes: readonly (readonly [StatementShape, RegExp])[] = [
	['example', /^(?:EX|e\.g|例如|比如|for example)\b|^(?:例如|比如|舉例)/i],
	[
		'purpose',
		/^(?:主要)?(?:也|還|还)?(?:可以?|能|常)?(?:用(?:來|来|在|於|于)|適用|适用|適合|适合|協助|协助)|^(?:used?|useful) (?:to|for|as|in)\b/i
	],
	['contents', /^(?:主要)?(?:包含|包括|含有)|^(?:includes?|contains?|consists? of|comprises?)\b/i],
	[
		'recommended',
		/^(?:推薦|推荐|建議|建议|盡量|尽量|儘量|最好|應該|应该|偏好|prefer|recommended|should|avoid)/i
	],
	['byDefault', /^(?:預設|预设|默認|默认|by default\b|defaults? to\b)/i],
	['automatic', /^(?:會|会)?自動(?!化)|^(?:会)?自动(?!化)|^automatically\b/i],
	['must', /^(?:必須|必须|必需|務必|须|須|需要?|要(?!不)|得(?!到)|must|needs? to|requires?|has to|have to)/i],
	[
		'limits',
		/^(?:不(?:能|可|支援|支持|允許|允许|適合|适合)|無法|无法|只能|僅能|cannot|can't|can not|does not support|only)/i
	],
	[
		'can',
		/^(?:也|還|还)?(?:可(?!能)以?|能(?!夠不)|支援|支持|允許|允许|can\b|may\b|allows?\b|lets?\b|supports?\b)/i
	]
];
