import type { CardId } from './ids.ts';

/**
 * How a card is known again when its note was edited: one row a card, kept beside the notes (`NOTE.lock.json`) or in the
 * library. Ids are random, so rows of two lockfiles unite without conflict. Fingerprints are of normalised text.
 */
export interface IdentityRow {
	readonly id: CardId;
	readonly kind: string;
	readonly file: string;
	readonly path: readonly string[];
	/** The question's text, for people who read the lockfile. */
	readonly question: string;
	readonly questionPrint: string;
	readonly answerPrint: string;
	/** SimHash of the answer's character bigrams, hexadecimal: how alike two answers are. */
	readonly answerSimilarity: string;
	readonly siblingKey: string;
	/** An id that another program wrote beside the card in the note; it binds before anything else. */
	readonly anchor?: string;
	/**
	 * Orphan: no longer in the notes; kept, so that its reviews return when the text does. Hidden: in the notes, and not asked
	 * with the granularity in force; it returns when that changes back.
	 */
	readonly state: 'live' | 'orphan' | 'hidden';
}

export interface Identities {
	readonly version: 1;
	/** Sorted by id, so that a version control merge works line by line. */
	readonly rows: readonly IdentityRow[];
}
