import type { Card } from '#deck/card.ts';

/** How an answer is given away piece by piece: point by point, letter by letter, or word by word where it is long. */
export interface HintLadder {
	readonly steps: number;
	/** What is shown after so many hints: whole points, or one line of text ending in `…`. */
	readonly shown: (used: number) => readonly string[];
}

/** Answers up to this many characters are spelt. */
const longestSpelt = 24;

/**
 * @param points of the answer's list
 * @param text of the whole answer
 */
export function hintsOf(
	{ parts, lang }: Pick<Card, 'parts' | 'lang'>,
	points: readonly string[],
	text: string
): HintLadder {
	// A command is spelt without its output.
	const pieces =
		points.length > 1 ? points : piecesOf(parts?.kind === 'command' ? parts.command : text, lang);
	const join =
		points.length > 1 ? (used: number) => pieces.slice(0, used) : (used: number) => spelt(pieces, used);
	return { steps: pieces.length, shown: (used) => (used === 0 ? [] : join(used)) };
}

function spelt(pieces: readonly string[], used: number): readonly string[] {
	return [pieces.slice(0, used).join('') + (used < pieces.length ? '…' : '')];
}

function piecesOf(answer: string, lang: string): readonly string[] {
	const text = answer.trim();
	const letters = segments(text, lang, 'grapheme');
	return joinTo(letters.length <= longestSpelt ? letters : segments(text, lang, 'word'));
}

const segments = (text: string, lang: string, granularity: 'grapheme' | 'word'): readonly string[] =>
	Array.from(new Intl.Segmenter(lang, { granularity }).segment(text), ({ segment }) => segment);

/** A space or a sign gives nothing away: it comes along with what is before it. */
function joinTo(pieces: readonly string[]): readonly string[] {
	const joined: string[] = [];
	for (const piece of pieces) {
		const last = joined.length - 1;
		if (/[\p{L}\p{N}]/u.test(piece) || last < 0) joined.push(piece);
		else joined[last] = `${joined[last] ?? ''}${piece}`;
	}
	return joined;
}
