import type { Span } from './blank-out.ts';

/**
 * What the verb of a short sentence is about; `certain`: after verbs that name or restrict.
 *
 *     致力於容器技術的標準化       兩者都只有最後一個生效
 *           ^^^^^^^^^^^^^^         ^^^^^^^^ 只有 …
 */
export function objectSpan(raw: string, which: 'certain' | 'any'): Span[] {
	const text = raw.trimEnd().replace(/\s*[(（][^()（）]*[)）]$/, '');
	const found = (which === 'certain' ? naming : acting).exec(text);
	const object = found?.[1];
	if (found === null || object === undefined || /[，。；：,;:]/.test(object)) return [];
	const start = found.index + found[0].length - object.length;
	return [{ start, end: start + object.length }];
}

const naming =
	/(?:致力於|致力于|稱為|称为|又稱|叫做|代表|表示|屬於|属于|改為|改为|改成|等於|等于|相當於|相当于|來自|来自|取決於|取决于|適用於|适用于|依賴於)\s*([^，。；]{2,24})$/;
const acting =
	/(?:自訂|自定|只有|只能|只會|只会|只需|僅|仅|規定|规定|定義|定义|存放|儲存|储存|保存|包含|包括|根據|根据|依照|負責|负责|提供|來|用來|用来|用於|用于)\s*([^，。；]{2,24}?)(?:來|时|時|才行|即可|而已|生效)?$/;
