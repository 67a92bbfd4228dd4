import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { membersOf, textOf, type Member } from './member.ts';

const because = /^\s*(?:因為|因为|由於|由于|原因(?:是|：|:)|because\b)/i;

/** What stands under a statement says why: `因為那個是在 shell 裡頭…`. */
export function isReasonGiven(member: Member): boolean {
	const [first] = membersOf(member.rest);
	return (
		first !== undefined &&
		textOf(member).length > 3 &&
		because.test(textOf(first)) &&
		!/[?？]$/.test(textOf(member))
	);
}

/** A statement and the reason that stands in the same sentence. */
export interface Reasoned {
	readonly statement: readonly Token[];
	readonly reason: readonly Token[];
}

/**
 * Splits a sentence at its reason; undefined where it gives none.
 *
 *     指令，用 `--mount` (因為書寫方式較易於理解)      因為 A，所以 B
 *     ^ statement         ^ reason                     ^ reason   ^ statement
 */
export function splitReason(tokens: readonly Token[]): Reasoned | undefined {
	const raw = rawText(tokens);
	const split = reasonAfter(tokens, raw) ?? reasonBefore(tokens, raw);
	if (split === undefined) return undefined;
	const isComplete = [split.statement, split.reason].every(
		(part) => rawText(part).trim().length >= minimumLength
	);
	return isComplete ? split : undefined;
}

const minimumLength = 4;

/** `statement，因為 reason`. */
function reasonAfter(tokens: readonly Token[], raw: string): Reasoned | undefined {
	const found = /[，,(（]?\s*(?:因為|因为|由於|由于|\bbecause\b)\s*/i.exec(raw);
	if (found === null || found.index < minimumLength || /[。；]/.test(raw.slice(found.index)))
		return undefined;
	const start = found.index + found[0].length;
	const end = /[)）]\s*$/.test(raw) && /[(（]/.test(found[0]) ? raw.search(/[)）]\s*$/) : raw.length;
	if (/所以|因此/.test(raw.slice(start, end)) || /[:：]/.test(raw.slice(0, found.index))) return undefined;
	return { statement: cutInline(tokens, 0, found.index), reason: cutInline(tokens, start, end) };
}

/** `(因為) reason，因此 statement`. */
function reasonBefore(tokens: readonly Token[], raw: string): Reasoned | undefined {
	const found = /[，,。；;]\s*(?:因此|所以|故|therefore|so)\s*(?:that\s)?\s*/i.exec(raw);
	if (found === null || /[。；]/.test(raw.slice(found.index + 1))) return undefined;
	const start = because.exec(raw)?.[0].length ?? 0;
	const reason = cutInline(tokens, start, found.index);
	return { statement: cutInline(tokens, found.index + found[0].length), reason };
}
