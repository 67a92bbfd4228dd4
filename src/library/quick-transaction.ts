import { writeAtOnce, type TableChanges } from './write-at-once.ts';

/** Rows by key, as `RowCache` asks for them. */
export interface QuickTable {
	readonly name: string;
	bulkGet(keys: readonly unknown[]): Promise<readonly unknown[]>;
}

/**
 * A writing transaction without Dexie, for the one write that a person waits for: an answer. Dexie's own turns cost it as
 * much again as the browser's. What is asked of it must be asked in one turn after the other, waiting for nothing else.
 */
export class QuickTransaction {
	/** Resolves when all is durable; rejects where nothing was written. */
	readonly done: Promise<void>;
	readonly #transaction: IDBTransaction;

	/** Throws where the connection is gone. */
	constructor(database: IDBDatabase, tables: readonly string[]) {
		this.#transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
		const transaction = this.#transaction;
		this.done = new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted.', 'AbortError'));
		});
		// Whoever needs to know waits for it; a read that failed has told already.
		this.done.catch(() => undefined);
	}

	table(name: string): QuickTable {
		return { name, bulkGet: (keys) => Promise.all(keys.map((key) => this.get(name, key))) };
	}

	get(table: string, key: unknown): Promise<unknown> {
		return new Promise((resolve, reject) => {
			const request = this.#transaction.objectStore(table).get(key as IDBValidKey);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () =>
				reject(request.error ?? new DOMException('The request failed.', 'UnknownError'));
		});
	}

	/** The last thing: nothing may be asked afterwards. */
	finish(changes: readonly TableChanges[]): void {
		writeAtOnce(this.#transaction, changes);
	}

	/** Nothing is written. */
	abort(): void {
		this.#transaction.abort();
	}
}
