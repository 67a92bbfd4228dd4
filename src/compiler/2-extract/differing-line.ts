import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';
import type { Face } from '../4-emit/face.ts';
import type { Side } from './compared-sides.ts';
import type { Extraction } from './extraction.ts';
import { plainFace } from './fill-template.ts';

/** What one line says of one side: "which one …?" can be asked of it. */
export interface Difference {
	/** The clause with the side blanked. */
	readonly clause: Face;
	readonly answer: 0 | 1;
	/** The line sets one side against the other, rather than speaking of one alone. */
	readonly isContrast: boolean;
}

/**
 * The difference that a line of a comparison states; undefined where it says the same of both sides or names none.
 *
 *     `ADD` 會自動解壓縮，`COPY` 不會
 *     ^ side              ^ the other one: the clause of the first is asked
 */
export function differenceIn(
	tokens: readonly Token[],
	line: number,
	sides: readonly [Side, Side],
	extraction: Extraction
): Difference | undefined {
	const raw = rawText(tokens);
	const clauses = clausesOf(raw).flatMap((clause) => {
		const answer = sideIn(raw.slice(clause.start, clause.end), sides);
		return answer === undefined ? [] : [{ ...clause, answer }];
	});
	const [first, second] = clauses;
	if (first === undefined || countBoth(raw, sides) > 0) return undefined;
	const chosen =
		second !== undefined && weight(raw, second, sides) > weight(raw, first, sides) * 2 ? second : first;
	const end = second === undefined ? raw.length : chosen.end;
	const clause = blankSide(cutInline(tokens, chosen.start, end), sides[chosen.answer], line, extraction);
	const isContrast = second !== undefined && second.answer !== first.answer;
	return clause === undefined ? undefined : { clause, answer: chosen.answer, isContrast };
}

interface Clause {
	readonly start: number;
	readonly end: number;
}

/** Parts between commas and the like. */
function clausesOf(raw: string): Clause[] {
	const clauses: Clause[] = [];
	let start = 0;
	for (const found of raw.matchAll(/\s*(?:[，；。;]|,\s|\swhile\s|\swhereas\s|\sbut\s|而(?=`?\w))\s*/g)) {
		clauses.push({ start, end: found.index });
		start = found.index + found[0].length;
	}
	return [...clauses, { start, end: raw.length }].filter((clause) => clause.end > clause.start);
}

/** The one side that a clause names. */
function sideIn(clause: string, sides: readonly [Side, Side]): 0 | 1 | undefined {
	const names = sides.map((side) => indexOfName(clause, side.text) >= 0);
	if (names[0] === names[1]) return undefined;
	return names[0] === true ? 0 : 1;
}

/** A name as a whole word: `run` is not in `runtime`. Under `Requests vs limits`, `request` is named too. */
function indexOfName(text: string, name: string): number {
	return indexOfWord(text, nameIn(text, name));
}

function nameIn(text: string, name: string): string {
	const isPlural = /[a-z]{3}s$/.test(name) && indexOfWord(text, name) < 0;
	return isPlural ? name.slice(0, -1) : name;
}

function indexOfWord(text: string, name: string): number {
	const lower = text.toLowerCase();
	const wanted = name.toLowerCase();
	for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
		if (!isWordAt(lower, at - 1) && !isWordAt(lower, at + wanted.length)) return at;
	}
	return -1;
}
const isWordAt = (text: string, index: number): boolean => /[a-z0-9_-]/.test(text.charAt(index));

/** Clauses that name both sides at once say what they have in common. */
const countBoth = (raw: string, sides: readonly [Side, Side]): number =>
	clausesOf(raw).filter(({ start, end }) =>
		sides.every((side) => indexOfName(raw.slice(start, end), side.text) >= 0)
	).length;

/** How much a clause says beside the side's name: "不會" says little. */
const weight = (
	raw: string,
	clause: Clause & { readonly answer: 0 | 1 },
	sides: readonly [Side, Side]
): number => clause.end - clause.start - sides[clause.answer].text.length;

/** The clause with every mention of the side blanked; undefined where nothing else is left. */
function blankSide(
	tokens: readonly Token[],
	side: Side,
	line: number,
	extraction: Extraction
): Face | undefined {
	const raw = rawText(tokens);
	const blank = plainFace(extraction.phrases.blank);
	const pieces: Face[] = [];
	let from = 0;
	const name = nameIn(raw, side.text);
	for (let at = indexOfWord(raw, name); at >= 0;) {
		pieces.push(extraction.renderInline(cutInline(tokens, from, at), line), blank);
		from = at + name.length;
		const next = indexOfWord(raw.slice(from), name);
		at = next < 0 ? -1 : from + next;
	}
	pieces.push(extraction.renderInline(cutInline(tokens, from), line));
	const shown = pieces.filter((piece) => piece.text !== '' || piece.html !== '');
	if (shown.length < 2 || inlineText(tokens).length - side.text.length < 2) return undefined;
	return {
		html: shown.map(({ html }) => html).join(' '),
		text: shown.map(({ text }) => text).join(' '),
		media: shown.flatMap(({ media }) => media)
	};
}
