import type { Token } from 'markdown-it';
import type { Html } from '#deck/card.ts';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import type { Face } from '../4-emit/face.ts';
import { startsWithVerb } from './term.ts';
import type { Extraction } from './extraction.ts';

/** Things named one after another. */
export interface Enumeration {
	readonly items: readonly Html[];
	readonly face: Face;
}

/**
 * A text that is nothing but an enumeration of three or more short things; undefined for any other.
 *
 *     三個角色：Leader、Candidate、Follower
 *               ^      ^         ^
 */
export function enumerationOf(
	tokens: readonly Token[],
	line: number,
	extraction: Extraction
): Enumeration | undefined {
	const raw = rawText(tokens).replace(/[.。…\s]*(?:等等|等|etc\.?)[.。…\s]*$/, '');
	if (/[。；;：:\n]|[\w)]\.\s/.test(raw)) return undefined;
	const separator = raw.includes('、') ? /\s*(?:、|以及|及)\s*/g : /\s*[,，]\s*(?:and\s+)?/g;
	const cuts = [...raw.matchAll(separator)].map((found) => ({
		start: found.index,
		end: found.index + found[0].length
	}));
	if (cuts.length < 2 || isInsideBrackets(raw, cuts[0]?.start ?? 0)) return undefined;
	const bounds = [{ start: 0, end: 0 }, ...cuts, { start: raw.length, end: raw.length }];
	const pieces = bounds.slice(1).map(({ start }, index) => raw.slice(bounds[index]?.end, start));
	if (!pieces.every((piece) => isName(piece, raw.includes('、')))) return undefined;
	const items = bounds
		.slice(1)
		.map(
			({ start }, index) =>
				extraction.renderInline(cutInline(tokens, bounds[index]?.end ?? 0, start), line).html
		);
	const whole = extraction.renderInline(tokens, line);
	const html = `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
	return { items, face: { html, text: whole.text, media: whole.media } };
}

/** A name, not a clause: short, no verb; Chinese names are set apart by `、`, not by commas. */
function isName(piece: string, isChinese: boolean): boolean {
	if (piece === '' || piece.length > maxItemLength) return false;
	if (!isChinese) return /^[ -~\uFFFC]+$/.test(piece);
	return !/^由|等\S/.test(piece) && !startsWithVerb(piece);
}

const maxItemLength = 24;

const isInsideBrackets = (raw: string, at: number): boolean => {
	const before = raw.slice(0, at);
	return countOf(before, /[(（[]/g) > countOf(before, /[)）\]]/g);
};
const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
