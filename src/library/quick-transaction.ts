import type { Table } from 'dexie';
import type { LibraryDatabase } from './library-database.ts';
import { writeAtOnce, type TableChanges } from './write-at-once.ts';

/** What is read for a question, and written for an answer. */
export type QuickTable =
	| 'meta'
	| 'local'
	| 'decks'
	| 'notes'
	| 'pages'
	| 'sources'
	| 'assets'
	| 'homes'
	| 'states'
	| 'due'
	| 'histories'
	| 'days'
	| 'tail'
	| 'segments'
	| 'segmentBodies';

export type RowOf<Name extends QuickTable> =
	LibraryDatabase[Name] extends Table<infer Row, infer _Key> ? Row : never;

/** Rows by key, as `RowCache` asks for them. */
export interface KeyedRows {
	readonly name: string;
	bulkGet(keys: readonly unknown[]): Promise<readonly unknown[]>;
}

/** Rows from..to of an index (of the primary key, without one), in its order. */
export interface RowRange {
	readonly index?: string;
	/** From the first, without it. */
	readonly from?: unknown;
	/** To the last, without it. */
	readonly to?: unknown;
	/** The row at `from` itself is left out. */
	readonly isAfter?: boolean;
	readonly limit?: number;
}

/** Before and after every other key. */
export const minKey: unknown = -Infinity;
export const maxKey: unknown = [[]];

/**
 * A transaction without Dexie, for what a person waits for: the first card, and each answer. Dexie's own turns cost as
 * much again as the browser's, and its code is a third of what would be loaded before the first card. What is asked of
 * it must be asked in one turn after the other, waiting for nothing else.
 */
export class QuickTransaction {
	/** Resolves when all is durable; rejects where nothing was written. */
	readonly done: Promise<void>;
	readonly #transaction: IDBTransaction;
	readonly #keyRange: typeof IDBKeyRange;

	/** Throws where the connection is gone. */
	constructor(
		database: IDBDatabase,
		keyRange: typeof IDBKeyRange,
		tables: readonly QuickTable[],
		mode: 'readonly' | 'readwrite'
	) {
		this.#transaction = database.transaction(tables, mode, { durability: 'strict' });
		this.#keyRange = keyRange;
		const transaction = this.#transaction;
		this.done = new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted.', 'AbortError'));
		});
		// Whoever needs to know waits for it; a read that failed has told already.
		this.done.catch(() => undefined);
	}

	table(name: QuickTable): KeyedRows {
		return { name, bulkGet: (keys) => this.getMany(name, keys) };
	}

	get<Name extends QuickTable>(table: Name, key: unknown): Promise<RowOf<Name> | undefined> {
		return answerOf(() => this.#transaction.objectStore(table).get(key as IDBValidKey));
	}

	/** In the order asked. */
	getMany<Name extends QuickTable>(
		table: Name,
		keys: readonly unknown[]
	): Promise<readonly (RowOf<Name> | undefined)[]> {
		return Promise.all(keys.map((key) => this.get(table, key)));
	}

	range<Name extends QuickTable>(
		table: Name,
		{ index, from = minKey, to = maxKey, isAfter = false, limit }: RowRange = {}
	): Promise<readonly RowOf<Name>[]> {
		return answerOf(() => {
			const store = this.#transaction.objectStore(table);
			const rows = index === undefined ? store : store.index(index);
			return rows.getAll(this.#keyRange.bound(from, to, isAfter), limit);
		});
	}

	/** The last thing: nothing may be asked afterwards. */
	finish(changes: readonly TableChanges[]): void {
		writeAtOnce(this.#transaction, changes);
	}

	/** Nothing is written, unless it has ended already. */
	abort(): void {
		try {
			this.#transaction.abort();
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
		}
	}
}

/** Rejects also where the transaction has ended, and asking throws. */
const answerOf = <Answer>(ask: () => IDBRequest<Answer>): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const request = ask();
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new DOMException('The request failed.', 'UnknownError'));
	});
