/** Rows of one table to be written; `add` is an error, and ends the transaction, where a row is there already. */
export interface TableChanges<Stored = unknown, Key = unknown> {
	readonly table: string;
	readonly add?: readonly Stored[];
	readonly put?: readonly Stored[];
	readonly gone?: readonly Key[];
}

/**
 * The last writes of a transaction, in one go and without Dexie: then the browser is told to commit, instead of waiting to
 * see whether more comes. One answer waits for two turns instead of three. Nothing may be asked of the transaction
 * afterwards.
 */
export function writeAtOnce(transaction: IDBTransaction, changes: readonly TableChanges[]): void {
	for (const { table, add = [], put = [], gone = [] } of changes) {
		if (add.length + put.length + gone.length === 0) continue;
		const store = transaction.objectStore(table);
		for (const key of gone) store.delete(key as IDBValidKey);
		for (const row of put) store.put(row);
		for (const row of add) store.add(row);
	}
	transaction.commit();
}
