import { joinLines, type CarvedCard, type Carver } from './carved-card.ts';

/**
 * A region between two `---` that begins with `Deck:`; in it numbered questions, each with its answer quoted.
 *
 *     ---
 *     Deck: Docker
 *     1. What is an image?
 *     > A read-only template.
 *     ---
 */
export const carveInka: Carver = (lines) => {
	const cards: CarvedCard[] = [];
	for (let start = 0; start < lines.length; start++) {
		if (lines[start]?.trimmed !== '---' || !/^(?:Deck|Tags):/.test(lines[start + 1]?.trimmed ?? '')) continue;
		const end = lines.findIndex((line, index) => index > start && line.trimmed === '---');
		if (end < 0) break;
		cards.push(...coverRegion(readRegion(lines, start + 1, end), start, end));
		start = end;
	}
	return cards;
};

/** The region's marks go with its first and last card. */
const coverRegion = (cards: readonly CarvedCard[], from: number, to: number): CarvedCard[] =>
	cards.map((card, index) => ({
		...card,
		from: index === 0 ? from : card.from,
		to: index === cards.length - 1 ? to : card.to
	}));

function readRegion(lines: Parameters<Carver>[0], start: number, end: number): CarvedCard[] {
	const starts = lines.flatMap((line, index) =>
		index >= start && index < end && /^\d+\.\s/.test(line.text) ? [index] : []
	);
	return starts.flatMap((from, at): CarvedCard[] => {
		const to = (starts[at + 1] ?? end) - 1;
		const answer = lines.findIndex((line, index) => index > from && index <= to && line.text.startsWith('>'));
		const front = joinLines(lines, from, answer < 0 ? to + 1 : answer)
			.replace(/^\d+\.\s+/, '')
			.replace(/<!--ID:[^>]*-->/g, '')
			.trim();
		if (answer < 0) return /\{/.test(front) ? [{ from, to, front, back: '', shape: 'cloze' }] : [];
		const back = joinLines(lines, answer, to + 1)
			.replace(/^>[ \t]?/gm, '')
			.trim();
		return back === '' ? [] : [{ from, to, front, back, shape: 'basic' }];
	});
}
