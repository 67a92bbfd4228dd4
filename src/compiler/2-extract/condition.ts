import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';

/** A sentence that says what happens when something else does. */
export interface Conditional {
	readonly condition: readonly Token[];
	readonly consequence: readonly Token[];
	/** The consequence says what to do, rather than what happens. */
	readonly isAdvice: boolean;
}

/**
 * Splits a sentence after its condition; undefined where it has none, or where another clause follows.
 *
 *     當加入新 node 後，會同步在該 node 上建立所有的 overlay network
 *     ^ condition       ^ consequence
 */
export function splitCondition(tokens: readonly Token[]): Conditional | undefined {
	const raw = rawText(tokens);
	const found = conditional.exec(raw) ?? effectOfCode(tokens, raw);
	const condition = found?.[1] ?? found?.[2] ?? found?.[3];
	if (found === null || condition === undefined || /[。；;\n]/.test(raw)) return undefined;
	const consequence = cutInline(tokens, found[0].length);
	const length = rawText(consequence).length;
	if (length < 3 || length > maxConsequence) return undefined;
	return {
		condition: cutInline(tokens, 0, condition.length),
		consequence,
		isAdvice: advice.test(rawText(consequence))
	};
}

/** `` `FROM ubuntu:20.04`，會啟動… ``: what the code does. */
function effectOfCode([first, second]: readonly Token[], raw: string): RegExpExecArray | null {
	const isCode = first?.type === 'code_inline' && second?.type === 'text';
	return isCode && /^[，,]\s*(?:會|会|就|便|將|将)/.test(second.content)
		? /^([^]+?)[，,]\s*(?=(?:會|会|就|便|將|将))/.exec(raw)
		: null;
}

const advice =
	/^\s*(?:也|還|还|就)?(?:要|需|得|應|应|必須|必须|可|建議|建议|使用|use\b|you should\b|must\b)/i;
const maxConsequence = 80;

/** `若…，`, `當…時，`, `…之後，`, `…後，`: the comma ends the condition. */
const conditional =
	/^((?:(?:若|如果|當|当|一旦|只要|if\b|when\b|once\b)[^，,]{3,40}|[^，,]{3,40}(?:之後|之后|以後|以后|後|后|的時候|的时候|時|时)))\s*[，,]\s*(?:就|則|则|then\s)?|^([^，,。]{4,40})[，,]\s*(?=(?:就會|就会|會自動|会自动|便會|便会|會先|将会|將會))|^((?:若|如果|當|当)[^，,則则]{3,40})[則则]/i;
