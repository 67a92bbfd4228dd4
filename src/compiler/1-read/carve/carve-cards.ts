import type { Dialect } from '../detect-dialects.ts';
import type { NoteLine } from '../note-lines.ts';
import type { CarvedCard, Carver } from './carved-card.ts';
import { carveHashcards } from './hashcards.ts';
import { carveInka } from './inka.ts';
import { carveLearnkit } from './learnkit.ts';
import { carveObsidianToAnki } from './obsidian-to-anki.ts';
import { carveOsrMultiline } from './osr-multiline.ts';
import { carveWholeNote } from './whole-note.ts';

export interface Carving {
	readonly cards: readonly CarvedCard[];
	/** The note with the lines of those cards left blank, so that nothing is read twice and lines keep their numbers. */
	readonly text: string;
}

/** Dialects whose marks are lines of their own, in conflict with Markdown: their cards are cut out before it is parsed. */
const carvers: Readonly<Partial<Record<Dialect, Carver>>> = {
	hashcards: carveHashcards,
	osr: carveOsrMultiline,
	'obsidian-to-anki': carveObsidianToAnki,
	inka: carveInka,
	learnkit: carveLearnkit,
	mochi: carveWholeNote,
	yanki: carveWholeNote
};

/** Cuts the cards of the note's dialects out of its lines. A line belongs to one card at most: the first that takes it. */
export function carveCards(
	lines: readonly NoteLine[],
	dialects: ReadonlySet<Dialect>,
	text: string,
	endMarker?: string
): Carving {
	const taken = new Set<number>();
	const cards = [...dialects]
		.flatMap((dialect) => carvers[dialect]?.(lines, endMarker) ?? [])
		.filter(({ from, to }) => takeLines(from, to, taken))
		.sort((a, b) => a.from - b.from);
	if (cards.length === 0) return { cards, text };
	return { cards, text: lines.map((line, index) => (taken.has(index) ? '' : line.text)).join('\n') };
}

function takeLines(from: number, to: number, taken: Set<number>): boolean {
	for (let line = from; line <= to; line++) if (taken.has(line)) return false;
	for (let line = from; line <= to; line++) taken.add(line);
	return true;
}
