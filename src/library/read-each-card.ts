import type { Card } from '#deck/card.ts';
import type { DeckId } from '#deck/ids.ts';
import type { Connection } from './connection.ts';
import { pageKeys } from './deck-rows.ts';
import type { LibraryDatabase, PageKey } from './library-database.ts';
import type { KnownCard } from './library.ts';
import { fromStored } from './states-page.ts';

/** Read at once, with their records: two hundred cards, a few milliseconds. */
const pagesAtOnce = 12;

/** Page by page, cards and records side by side: both tables have the same keys. */
export async function* readEachCard(
	connection: Connection,
	deckId: DeckId
): AsyncGenerator<readonly KnownCard[]> {
	const keys = await connection.run((db) => readPageKeys(db, deckId));
	for (let at = 0; at < keys.length; at += pagesAtOnce) {
		const some = keys.slice(at, at + pagesAtOnce);
		yield await connection.run((db) => readPages(db, some));
	}
}

async function readPageKeys(db: LibraryDatabase, deckId: DeckId): Promise<readonly PageKey[]> {
	const notes = await db.notes.where('deckId').equals(deckId).toArray();
	return notes.sort((a, b) => a.position - b.position).flatMap(pageKeys);
}

const readPages = (db: LibraryDatabase, keys: readonly PageKey[]): PromiseLike<readonly KnownCard[]> =>
	db.transaction('r', db.pages, db.states, async () => {
		const [pages, states] = await Promise.all([db.pages.bulkGet([...keys]), db.states.bulkGet([...keys])]);
		return pages.flatMap((page, index) => {
			const row = states[index];
			const slots = new Map((row ? fromStored(row).slots : []).map((slot) => [slot.cardId, slot]));
			const cards = JSON.parse(page?.cards ?? '[]') as readonly Card[];
			return cards
				.filter(({ id }) => slots.get(id)?.isElsewhere !== true)
				.map((card) => ({ card, record: slots.get(card.id)?.record }));
		});
	});
