import type { CardKind, CardParts, SourceSpan } from '#deck/card.ts';
import type { ForeignSchedule } from '../1-read/foreign-state.ts';
import type { Face } from '../4-emit/face.ts';
import type { BlockKind, Verdict } from '../compilation.ts';

/** A card before it has an id. */
export interface CardDraft {
	readonly kind: CardKind;
	/** Titles around it, outermost first. */
	readonly path: readonly string[];
	readonly front: Face;
	readonly back: Face;
	readonly source: SourceSpan;
	/** Text of the block it stands in: cards of one block are siblings. */
	readonly group: string;
	/**
	 * The words of the note that it asks about: a question, a title, a term, a statement. With `form` it tells the card
	 * from its siblings, and it is what the card is known by when the note was edited; the front may change with the
	 * titles around it.
	 */
	readonly key: string;
	/** Which of the cards that the same words give. */
	readonly form: CardForm;
	readonly tags: readonly string[];
	/** An id that another program wrote into the note; it binds before anything else. */
	readonly anchor?: string;
	/** When another program would have asked it next. */
	readonly schedule?: ForeignSchedule;
	readonly parts?: CardParts;
}

/** `ask`: the question itself; the others are further cards of the same words. Persisted in identities: never rename one. */
export type CardForm =
	'ask' | 'which' | 'statement' | 'command' | 'row' | 'replace' | 'reverse' | 'title' | 'cloze';

/** An open point before it has an id. */
export interface OpenDraft {
	readonly path: readonly string[];
	readonly text: string;
	readonly source: SourceSpan;
	readonly reason: string;
}

/** What became of one block; the cards it went into are drafts still. */
export interface VerdictDraft {
	readonly source: SourceSpan;
	readonly block: BlockKind;
	readonly verdict: Verdict['verdict'];
	readonly reason: string;
	readonly cards: readonly CardDraft[];
}
