import { noCards, withCard, type CardRecall, type RecallCounts } from './recall-counts.ts';

/** A section of a note: in the order of their lines, one inside another or apart. Lines from 1, both ends included. */
export interface OutlineLines {
	readonly line: number;
	readonly endLine: number;
	/** Index of the section around it; -1 for one that stands in the note itself. */
	readonly parent: number;
}

export interface NoteRecall {
	/** Of each section, the sections in it included. */
	readonly sections: readonly RecallCounts[];
	readonly whole: RecallCounts;
}

/** What is known of each section of a note. */
export function buildNoteRecall(
	sections: readonly OutlineLines[],
	cards: readonly (CardRecall & { readonly line: number })[]
): NoteRecall {
	const counts = sections.map(() => noCards);
	let whole = noCards;
	for (const card of cards) {
		whole = withCard(whole, card);
		for (let at = sectionAt(sections, card.line); at >= 0; at = sections[at]?.parent ?? -1)
			counts[at] = withCard(counts[at] ?? noCards, card);
	}
	return { sections: counts, whole };
}

/** Index of the innermost section that holds a line; -1 where the line stands in none. */
export function sectionAt(sections: readonly OutlineLines[], line: number): number {
	let at = lastBegunBy(sections, line);
	while (at >= 0 && (sections[at]?.endLine ?? 0) < line) at = sections[at]?.parent ?? -1;
	return at;
}

function lastBegunBy(sections: readonly OutlineLines[], line: number): number {
	let low = 0;
	let high = sections.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sections[middle]?.line ?? 0) <= line) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
