import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';

/** `label：value`, and what each side is made of. */
export interface SplitLabel {
	readonly label: readonly Token[];
	readonly labelText: string;
	readonly value: readonly Token[];
	readonly valueText: string;
	/** The label is one element by itself: code, a link, bold. */
	readonly isMarked: boolean;
}

/**
 * Splits a text at the colon or dash that separates a label from its value; undefined where there is none, or nothing
 * but a remark in brackets after it.
 *
 *     `docker search X`：預設從 Docker Hub 上搜尋
 *     ^ label          ^ value
 *     **term** - text
 *              ^ a dash counts only after a label that is marked
 */
export function splitLabel(tokens: readonly Token[]): SplitLabel | undefined {
	const place = findSeparator(tokens);
	if (place === undefined) return undefined;
	if (/^\s*[(（][^()（）]*[)）]\s*$/.test(rawText(tokens).slice(place.end))) return undefined;
	const label = cutInline(tokens, 0, place.start);
	const value = cutInline(tokens, place.end);
	return {
		label,
		labelText: inlineText(label),
		value,
		valueText: inlineText(value),
		isMarked: isOneElement(label)
	};
}

interface Separator {
	readonly start: number;
	readonly end: number;
}

function findSeparator(tokens: readonly Token[]): Separator | undefined {
	let position = 0;
	let depth = 0;
	for (const [index, token] of tokens.entries()) {
		if (token.nesting !== 0) depth += token.nesting;
		const length = rawText([token]).length;
		if (token.type === 'softbreak') {
			const list = definitionColon(tokens[index + 1], position);
			if (list !== undefined) return list;
		}
		if (token.type === 'text' && depth === 0) {
			const found = separatorIn(token.content, position);
			if (found !== undefined) return found;
		}
		position += length;
	}
	return undefined;
}

/** `term⏎: definition`. */
function definitionColon(next: Token | undefined, position: number): Separator | undefined {
	const colon = next?.type === 'text' ? /^:\s+/.exec(next.content)?.[0].length : undefined;
	return colon === undefined ? undefined : { start: position, end: position + 1 + colon };
}

/** Full-width colon anywhere; ASCII colon before a blank or the end; a dash right after a marked label. */
const colon = /\s*(?:：|:(?=\s|$))\s*/;
const dash = /^\s+(?:[-–—]|=>|→)\s+/;

function separatorIn(text: string, position: number): Separator | undefined {
	const found = (position > 0 ? dash.exec(text) : null) ?? colon.exec(text);
	if (found === null || (position === 0 && found.index === 0)) return undefined;
	const start = position + found.index;
	return { start, end: start + found[0].length };
}

/** `` `code` ``, `[link]`, `**bold**`: nothing beside it. */
function isOneElement(tokens: readonly Token[]): boolean {
	const first = tokens[0];
	const last = tokens.at(-1);
	if (first === undefined || last === undefined) return false;
	if (tokens.length === 1) return first.type === 'code_inline';
	if (first.nesting !== 1 || last.nesting !== -1) return false;
	let depth = 0;
	return tokens.every((token, index) => (depth += token.nesting) > 0 || index === tokens.length - 1);
}
