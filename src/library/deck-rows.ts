import type { Card } from '#deck/card.ts';
import type { Deck, Note } from '#deck/deck.ts';
import type { DeckRow, NoteRow, PageRow, SourceRow } from './library-database.ts';
import type { DeckOrigin } from './library.ts';
import { sha256 } from './sha-256.ts';
import { cardsOnPage, pageCount } from './states-page.ts';
import { summariseDeck, type DeckCounts } from './summarise-deck.ts';

/** A note as it is stored. */
export interface NoteRows {
	readonly note: NoteRow;
	readonly pages: readonly PageRow[];
	readonly cards: readonly Card[];
	readonly source: SourceRow;
}

/** The notes of a deck as rows, with digests to tell which of them changed. Hashes, so not inside a transaction. */
export async function deckRows(deck: Deck): Promise<readonly NoteRows[]> {
	const notes: NoteRows[] = [];
	for (const [position, note] of deck.notes.entries()) notes.push(await noteRows(deck, note, position));
	return notes;
}

/** What stands for the deck in lists, with the counters that a former version had. */
export const deckRow = (
	deck: Deck,
	origin: DeckOrigin,
	{ position, ...counts }: Pick<DeckRow, 'position'> & DeckCounts
): DeckRow => ({ ...summariseDeck(deck, origin, counts), position });

async function noteRows(deck: Deck, note: Note, position: number): Promise<NoteRows> {
	const { id, file, title, lang, cards, openQuestions, markdown, images } = note;
	const pages = Array.from({ length: pageCount(cards.length) }, (_, page) => ({
		noteId: id,
		page,
		cards: JSON.stringify(cardsOnPage(cards, page))
	}));
	const rest = JSON.stringify([file, title, lang, openQuestions, markdown, ...(images ? [images] : [])]);
	const digest = await sha256([rest, ...pages.map((page) => page.cards)].join('\n'));
	const cardIds = cards.map((card) => card.id);
	return {
		note: {
			id,
			deckId: deck.id,
			position,
			file,
			title,
			lang,
			cardIds,
			openQuestions,
			digest,
			pageCount: pages.length
		},
		pages,
		cards,
		source: { noteId: id, markdown, ...(images && { images }) }
	};
}
