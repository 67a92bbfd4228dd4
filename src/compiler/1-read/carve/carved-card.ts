import type { NoteLine } from '../note-lines.ts';

/** A card that stands in lines marked by another program, still Markdown. */
export interface CarvedCard {
	/** Lines it takes, from 0, both ends included. */
	readonly from: number;
	readonly to: number;
	readonly shape: 'basic' | 'reversed' | 'cloze' | 'choice';
	/** The text with its deletions, for a cloze. */
	readonly front: string;
	readonly back: string;
	readonly tags?: readonly string[];
	/** Options of a choice and the right ones of them. */
	readonly options?: readonly { readonly text: string; readonly isRight: boolean }[];
}

/** Finds the cards of one dialect in the lines of a note; `endMarker` is the line that the note says ends a card. */
export type Carver = (lines: readonly NoteLine[], endMarker?: string) => CarvedCard[];

export const joinLines = (lines: readonly NoteLine[], from: number, to: number): string =>
	lines
		.slice(from, to)
		.map(({ text }) => text)
		.join('\n')
		.trim();
