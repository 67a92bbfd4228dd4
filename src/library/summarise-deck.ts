import type { Deck } from '#deck/deck.ts';
import type { DeckOrigin, DeckSummary } from './library.ts';

/** What is not in the deck itself. */
export type DeckCounts = Pick<DeckSummary, 'unseenCount' | 'suspendedCount'>;

/** (Its members keep their order: whether a deck was changed is told by the text of what is stored.) */
export const summariseDeck = (deck: Deck, origin: DeckOrigin, counts: DeckCounts): DeckSummary => ({
	id: deck.id,
	title: deck.title,
	lang: deck.lang,
	description: deck.description ?? null,
	version: deck.version,
	origin,
	noteCount: deck.notes.length,
	cardCount: deck.notes.reduce((sum, { cards }) => sum + cards.length, 0),
	openQuestionCount: deck.notes.reduce((sum, { openQuestions }) => sum + openQuestions.length, 0),
	unseenCount: counts.unseenCount,
	suspendedCount: counts.suspendedCount
});
