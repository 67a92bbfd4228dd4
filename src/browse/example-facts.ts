import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { CardFacts } from './card-facts.ts';
import { foldText } from './fold-text.ts';

/** For tests: a new card, with whatever else is said of it. */
export const exampleFacts = (text: string, more: Partial<CardFacts> = {}): CardFacts => ({
	cardId: text as CardId,
	noteId: 'note' as NoteId,
	deckId: 'deck' as DeckId,
	order: 0,
	kind: 'basic',
	lang: 'en',
	path: [],
	tags: [],
	title: text,
	text: foldText(text),
	state: 'new',
	isSuspended: false,
	isBuried: false,
	isLeech: false,
	isEdited: false,
	isDue: false,
	flag: 0,
	lapses: 0,
	reps: 0,
	...more
});
