import { joinLines, type CarvedCard, type Carver } from './carved-card.ts';

/**
 * Lines, a line with nothing but `?`, lines; a blank line ends it. `??` asks both ways. Code keeps its blank lines.
 *
 *     What is an image?
 *     ?
 *     ^
 *     A read-only template.
 */
export const carveOsrMultiline: Carver = (lines) => {
	const cards: CarvedCard[] = [];
	lines.forEach((line, index) => {
		if (line.isCode || !/^(?:\?|\?\?|？|？？)$/.test(line.trimmed)) return;
		let from = index;
		while (from > 0 && !isEnd(lines[from - 1])) from--;
		let to = index;
		while (to + 1 < lines.length && !isEnd(lines[to + 1])) to++;
		const front = joinLines(lines, from, index).replace(/^\s*#flashcards\S*\s*/, '');
		const back = joinLines(lines, index + 1, to + 1)
			.replace(/<!--SR:[^>]*-->\s*$/, '')
			.trim();
		if (front === '' || back === '') return;
		cards.push({ from, to, front, back, shape: line.trimmed.length === 2 ? 'reversed' : 'basic' });
	});
	return cards;
};

const isEnd = (line: { readonly trimmed: string; readonly isCode: boolean } | undefined): boolean =>
	line === undefined || (line.trimmed === '' && !line.isCode);
