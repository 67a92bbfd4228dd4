import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';

export interface Side {
	readonly tokens: readonly Token[];
	readonly text: string;
}

/** The two things that a title compares, and how sure that is. */
export interface ComparedSides {
	readonly sides: readonly [Side, Side];
	/** `vs` says so; `&`, `和` only where what follows contrasts the two. */
	readonly isCertain: boolean;
}

/**
 * The sides of a comparison, from its title; undefined for a title that compares nothing.
 *
 *     `ADD` vs `COPY`     `ENTRYPOINT`＋`CMD`     Docker or Podman     container & image
 *     ^ side   ^ side
 */
export function comparedSides(tokens: readonly Token[]): ComparedSides | undefined {
	const raw = rawText(tokens);
	if (raw.length > maxTitleLength) return undefined;
	const certain = versus.exec(raw);
	const found = certain ?? joined.exec(raw);
	if (found === null || found.index === 0) return undefined;
	const left = sideOf(cutInline(tokens, 0, found.index));
	const right = sideOf(cutInline(tokens, found.index + found[0].length));
	if (left.text === '' || right.text === '' || (certain === null && !areShort(left, right))) return undefined;
	return { sides: [left, right], isCertain: certain !== null };
}

const maxTitleLength = 80;
const versus =
	/\s+(?:[vｖＶ][sｓＳ][.．]?|versus|對比|对比|對|对)\s+|\s*[ｖV][ｓS]\.?\s*(?=[`\u2E80-\uFFFF])|\s(?:VS|Vs)\.?\s/i;
const joined = /\s+(?:&|or|and|與|与|和|跟|或)\s+|\s*[＆＋+&]\s*|[與和跟]/;

const sideOf = (tokens: readonly Token[]): Side => {
	const text = inlineText(tokens);
	const tail =
		/\s*(?:的)?(?:比較|比较|差異|差异|差別|差别|區別|区别|關係|关系)?\s*[:：?？]?\s*$/.exec(text)?.[0] ?? '';
	if (tail === '') return { tokens, text };
	const kept = cutInline(tokens, 0, rawText(tokens).length - tail.length);
	return { tokens: kept, text: inlineText(kept) };
};

const areShort = (left: Side, right: Side): boolean => left.text.length <= 24 && right.text.length <= 24;
