import type { Transaction } from 'dexie';
import { shelveAll, type ShelfKey, type StoredShelf } from './due-shelves.ts';
import type { StoredStates } from './states-page.ts';

/** Review cards are listed by the day on which they are due; pages no longer name their earliest. */
export async function upgradeToVersion3(transaction: Transaction): Promise<void> {
	const states = transaction.table<StoredStates>('states');
	await states.toCollection().modify((row: { dueDay?: number }) => {
		delete row.dueDay;
	});
	await shelveAll(states, transaction.table<StoredShelf, ShelfKey>('due'));
}
