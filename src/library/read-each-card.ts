import type { Card } from '#deck/card.ts';
import type { DeckId } from '#deck/ids.ts';
import type { Connection } from './connection.ts';
import type { PageKey } from './library-database.ts';
import type { KnownCard } from './library.ts';
import { pageKeys } from './page-keys.ts';
import type { QuickTransaction } from './quick-transaction.ts';
import { fromStored } from './states-page.ts';

/** Read at once, with their records: two hundred cards, a few milliseconds. */
const pagesAtOnce = 12;

/** Page by page, cards and records side by side: both tables have the same keys. */
export async function* readEachCard(
	connection: Connection,
	deckId: DeckId
): AsyncGenerator<readonly KnownCard[]> {
	const keys = await connection.read(['notes'], (transaction) => readPageKeys(transaction, deckId));
	for (let at = 0; at < keys.length; at += pagesAtOnce) {
		const some = keys.slice(at, at + pagesAtOnce);
		yield await connection.read(['pages', 'states'], (transaction) => readPages(transaction, some));
	}
}

async function readPageKeys(transaction: QuickTransaction, deckId: DeckId): Promise<readonly PageKey[]> {
	const notes = await transaction.range('notes', { index: 'deckId', from: deckId, to: deckId });
	return notes.toSorted((a, b) => a.position - b.position).flatMap(pageKeys);
}

async function readPages(
	transaction: QuickTransaction,
	keys: readonly PageKey[]
): Promise<readonly KnownCard[]> {
	const [pages, states] = await Promise.all([
		transaction.getMany('pages', keys),
		transaction.getMany('states', keys)
	]);
	return pages.flatMap((page, index) => {
		const row = states[index];
		const slots = new Map((row ? fromStored(row).slots : []).map((slot) => [slot.cardId, slot]));
		const cards = JSON.parse(page?.cards ?? '[]') as readonly Card[];
		return cards
			.filter(({ id }) => slots.get(id)?.isElsewhere !== true)
			.map((card) => ({ card, record: slots.get(card.id)?.record }));
	});
}
