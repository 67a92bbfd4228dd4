import type { Token } from 'markdown-it';
import { rawText } from '../1-read/cut-inline.ts';
import type { Dialect } from '../1-read/detect-dialects.ts';
import { ankiBraces } from './anki-braces.ts';

/** Words to be recalled, marked as such. Offsets of `rawText`. */
export interface Deletion {
	/** With its marks. */
	readonly start: number;
	readonly end: number;
	readonly answerStart: number;
	readonly answerEnd: number;
	/** Deletions of one group are hidden together; one may belong to several. */
	readonly groups: readonly string[];
	/** Groups in whose card it is hidden too, without being asked for. */
	readonly hiddenIn?: readonly string[];
	readonly hint: string;
	/** Deletions within its answer. */
	readonly inner: readonly Deletion[];
}

/** The deletions of a text, by the dialects of its note; in order, none inside another. */
export function deletionsIn(
	tokens: readonly Token[],
	dialects: ReadonlySet<Dialect>,
	hidesBold = false
): Deletion[] {
	const raw = rawText(tokens);
	const finds = [...dialects].flatMap((dialect) => syntaxes[dialect] ?? []);
	if (hidesBold) finds.push(bolds);
	const found = finds.flatMap((find) => find(raw, tokens));
	const code = codeRanges(tokens);
	const outside = found.filter(
		({ start }) => !code.some((range) => start >= range.start && start < range.end)
	);
	return withoutOverlap(outside.sort((a, b) => a.start - b.start || b.end - a.end));
}

type Find = (raw: string, tokens: readonly Token[]) => Deletion[];

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

/** `**answer**`, where the note says that its bold words are to be recalled. */
const bolds: Find = (_raw, tokens) => elementDeletions(tokens, 'strong_open');

/** `~~answer~~`, `~~answer _hint_~~`. */
const strikes: Find = (_raw, tokens) =>
	elementDeletions(tokens, 's_open').map((one) => withLastEmphasis(one, tokens));

/** Emphasis at the end of a deletion is its hint. */
function withLastEmphasis(one: Deletion, tokens: readonly Token[]): Deletion {
	const raw = rawText(tokens);
	const [last] = elementDeletions(tokens, 'em_open').filter(
		({ start, end }) => start > one.start && end === one.end
	);
	if (last === undefined) return one;
	const answerEnd = raw.slice(0, last.start).trimEnd().length;
	return { ...one, answerEnd, hint: raw.slice(last.start, last.end) };
}

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
	group: string
): Deletion {
	const answerStart = found.index + offset;
	return {
		start: found.index,
		end: found.index + found[0].length,
		answerStart,
		answerEnd: answerStart + (answer?.length ?? 0),
		groups: [group],
		hint: '',
		inner: []
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
	// `==answer==^[hint][^1]`, `==answer==[^ashh]`
	const note = /^(?:\^\[([^\]]*)\])?(?:\[\^([ash]+|\d+)\])?/.exec(raw.slice(end));
	const hint = parts?.[3] ?? note?.[1] ?? '';
	const place = { start, end: end + (note?.[0].length ?? 0), answerStart, answerEnd, hint, inner: [] };
	const sequence = note?.[2] ?? parts?.[1] ?? `#${index}`;
	if (!/^[ash]+$/.test(sequence)) return { ...place, groups: [sequence] };
	return { ...place, groups: cardsWith('a', sequence), hiddenIn: cardsWith('h', sequence) };
}

/** `ashh`: asked in the first card, shown in the second, hidden in the third and fourth. */
const cardsWith = (letter: string, sequence: string): readonly string[] =>
	Array.from(sequence).flatMap((one, card) => (one === letter ? [`card ${card}`] : []));

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
