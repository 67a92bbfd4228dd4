import type { LibraryDatabase } from './library-database.ts';

/** More rows than any list reads at its beginning. */
const walkedRows = 500;

/**
 * Where a row is written anew, Chromium leaves its former index entries in place, and every read steps over them (10 µs
 * each), until a transaction that may write walks there: it takes them away. So one does, after much was written: else
 * the first unseen card of a large deck would be looked for among the entries of all cards that were unseen once.
 */
export const tidyIndexes = (db: LibraryDatabase): PromiseLike<void> =>
	db.transaction('rw', db.states, async () => {
		for (const index of ['waiting', 'learningDueAt'] as const)
			await db.states.orderBy(index).limit(walkedRows).primaryKeys();
	});
