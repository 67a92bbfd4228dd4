import type { NoteLine } from '../note-lines.ts';
import { joinLines, type CarvedCard, type Carver } from './carved-card.ts';

/**
 * Lines, a line with nothing but `?`, lines; a blank line ends it. `??` asks both ways. Code keeps its blank lines.
 * Where the note names a line that ends its cards (`deckhand: {end: "+++"}`), backs may have blank lines.
 *
 *     What is an image?
 *     ?
 *     ^
 *     A read-only template.
 */
export const carveOsrMultiline: Carver = (lines, endMarker) => {
	const cards: CarvedCard[] = [];
	lines.forEach((line, index) => {
		if (line.isCode || !/^(?:\?|\?\?|？|？？)$/.test(line.trimmed)) return;
		let from = index;
		while (from > 0 && !isEnd(lines[from - 1]) && lines[from - 1]?.trimmed !== endMarker) from--;
		const { last, to } = endOfBack(lines, index, endMarker);
		const front = joinLines(lines, from, index).replace(/^\s*#flashcards\S*\s*/, '');
		const back = joinLines(lines, index + 1, last + 1)
			.replace(/<!--SR:[^>]*-->\s*$/, '')
			.trim();
		if (front === '' || back === '') return;
		cards.push({ from, to, front, back, shape: line.trimmed.length === 2 ? 'reversed' : 'basic' });
	});
	return cards;
};

/** The last line of the back, and the last that the card takes: the end marker is none of the back. */
function endOfBack(lines: readonly NoteLine[], mark: number, endMarker: string | undefined) {
	if (endMarker !== undefined) {
		const end = lines.findIndex(({ trimmed, isCode }, at) => at > mark && !isCode && trimmed === endMarker);
		if (end > 0) return { last: end - 1, to: end };
	}
	let last = mark;
	while (last + 1 < lines.length && !isEnd(lines[last + 1])) last++;
	return { last, to: last };
}

const isEnd = (line: { readonly trimmed: string; readonly isCode: boolean } | undefined): boolean =>
	line === undefined || (line.trimmed === '' && !line.isCode);
