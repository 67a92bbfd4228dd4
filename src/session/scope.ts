import type { CardId, DeckId, NoteId } from '#deck/ids.ts';

/** Which cards a session is about; everything that is due where nothing is said. */
export interface SessionScope {
	readonly deckIds?: readonly DeckId[];
	readonly noteIds?: readonly NoteId[];
	/** Only these cards: a section of a note, leeches, the answers of a search. */
	readonly cardIds?: readonly CardId[];
	/** Asks all cards of `cardIds`, due or not, without any effect on memory or due dates. */
	readonly isCram?: boolean;
	/** Also what becomes due within so many days from today. */
	readonly aheadDays?: number;
	/** "I have N minutes": the cards that are worth most, and an end on time. */
	readonly minutes?: number;
}
