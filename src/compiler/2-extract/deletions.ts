import type { Token } from 'markdown-it';
import { rawText } from '../1-read/cut-inline.ts';
import type { Dialect } from '../1-read/detect-dialects.ts';

/** Words to be recalled, marked as such. Offsets of `rawText`. */
export interface Deletion {
	/** With its marks. */
	readonly start: number;
	readonly end: number;
	readonly answerStart: number;
	readonly answerEnd: number;
	/** Deletions of one group are hidden together. */
	readonly group: string;
	readonly hint: string;
}

/** The deletions of a text, by the dialects of its note; in order, none inside another. */
export function deletionsIn(tokens: readonly Token[], dialects: ReadonlySet<Dialect>): Deletion[] {
	const raw = rawText(tokens);
	const found = [...dialects].flatMap((dialect) =>
		(syntaxes[dialect] ?? []).flatMap((find) => find(raw, tokens))
	);
	const code = codeRanges(tokens);
	const outside = found.filter(
		({ start }) => !code.some((range) => start >= range.start && start < range.end)
	);
	return withoutOverlap(outside.sort((a, b) => a.start - b.start || b.end - a.end));
}

type Find = (raw: string, tokens: readonly Token[]) => Deletion[];

/** `{{c1::answer::hint}}`; `{{c1,2::answer}}` belongs to both groups, and is hidden with the first. */
const ankiBraces: Find = (raw) =>
	[...raw.matchAll(/\{\{c(\d+)(?:,\d+)*::([^{}]+?)(?:::([^{}:]*))?\}\}/g)].map((found) =>
		deletion(found, found[0].indexOf('::') + 2, found[2], `c${found[1] ?? ''}`, found[3])
	);

/** `{{answer}}`, `{{1::answer}}`; without a number, all are hidden together. */
const doubleBraces: Find = (raw) =>
	[...raw.matchAll(/\{\{(?:(\d+)::)?([^{}]+)\}\}/g)].map((found) =>
		deletion(found, found[0].length - 2 - (found[2]?.length ?? 0), found[2], found[1] ?? 'all')
	);

/** `{{cloze answer}}`. */
const clozeMacro: Find = (raw) =>
	[...raw.matchAll(/\{\{cloze\s+([^{}]+)\}\}/g)].map((found) =>
		deletion(found, found[0].length - 2 - (found[1]?.length ?? 0), found[1], 'all')
	);

/** `{answer}`, `{1:answer}`; each its own card. */
const singleBraces: Find = (raw) =>
	[...raw.matchAll(/(?<![\\{$])\{(?:(\d+):)?([^{}]+)\}(?!\})/g)].map((found, index) =>
		deletion(found, found[0].length - 1 - (found[2]?.length ?? 0), found[2], found[1] ?? `#${index}`)
	);

/** `[answer]`, but neither a link nor an image. */
const brackets: Find = (raw) =>
	[...raw.matchAll(/(?<![\\!])\[([^[\]]+)\](?!\()/g)].map((found, index) =>
		deletion(found, 1, found[1], `#${index}`)
	);

/** `==answer==`, `==2;;answer;;hint==`. */
const marks: Find = (_raw, tokens) => elementDeletions(tokens, 'mark_open');

/** `~~answer~~`. */
const strikes: Find = (_raw, tokens) => elementDeletions(tokens, 's_open');

const syntaxes: Readonly<Partial<Record<Dialect, readonly Find[]>>> = {
	anki: [ankiBraces],
	osr: [ankiBraces, marks],
	orbit: [singleBraces],
	mochi: [doubleBraces],
	logseq: [clozeMacro, ankiBraces],
	remnote: [doubleBraces],
	'flashcards-obsidian': [singleBraces, marks],
	'obsidian-to-anki': [ankiBraces, singleBraces, marks],
	inka: [ankiBraces, singleBraces],
	hashcards: [brackets],
	learnkit: [ankiBraces],
	yanki: [strikes]
};

function deletion(
	found: RegExpExecArray,
	offset: number,
	answer: string | undefined,
	group: string,
	hint = ''
): Deletion {
	const answerStart = found.index + offset;
	return {
		start: found.index,
		end: found.index + found[0].length,
		answerStart,
		answerEnd: answerStart + (answer?.length ?? 0),
		group,
		hint
	};
}

function elementDeletions(tokens: readonly Token[], type: string): Deletion[] {
	const deletions: Deletion[] = [];
	let position = 0;
	let start: number | undefined;
	for (const token of tokens) {
		if (token.type === type) start = position;
		else if (token.type === type.replace('open', 'close') && start !== undefined) {
			deletions.push(markDeletion(rawText(tokens), start, position, deletions.length));
			start = undefined;
		}
		position += rawText([token]).length;
	}
	return deletions;
}

/** `2;;answer;;hint`. */
function markDeletion(raw: string, start: number, end: number, index: number): Deletion {
	const parts = /^(?:(\d+);;)?(.*?)(?:;;(.*))?$/s.exec(raw.slice(start, end));
	const answerStart = start + (parts?.[1] === undefined ? 0 : parts[1].length + 2);
	const answerEnd = answerStart + (parts?.[2]?.length ?? end - start);
	return { start, end, answerStart, answerEnd, group: parts?.[1] ?? `#${index}`, hint: parts?.[3] ?? '' };
}

/** A mark inside code is code. */
function codeRanges(tokens: readonly Token[]): { readonly start: number; readonly end: number }[] {
	let position = 0;
	return tokens.flatMap((token) => {
		const start = position;
		position += rawText([token]).length;
		return token.type === 'code_inline' || token.type === 'math_inline' ? [{ start, end: position }] : [];
	});
}

function withoutOverlap(deletions: readonly Deletion[]): Deletion[] {
	let end = -1;
	return deletions.filter((one) => {
		if (one.start < end) return false;
		end = one.end;
		return true;
	});
}
