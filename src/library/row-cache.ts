import type { Table } from 'dexie';
import type { TableChanges } from './write-at-once.ts';

/** Rows of one table as one transaction sees and changes them: each is read once, and written once at the end. */
export class RowCache<Row extends object, Key, Stored extends object = Row> {
	readonly #table: Table<Stored, Key>;
	readonly #form: RowForm<Row, Stored>;
	readonly #rows = new Map<string, Row | undefined>();
	/** Keys of rows to write, or to delete where the row is undefined. */
	readonly #changed = new Map<string, Key>();

	/** @param form how rows are stored, where that differs from how they are used */
	constructor(table: Table<Stored, Key>, ...form: Row extends Stored ? [] : [RowForm<Row, Stored>]) {
		this.#table = table;
		// Only where rows are stored as they are may the form be left out.
		this.#form = (form[0] ?? asIs) as unknown as RowForm<Row, Stored>;
	}

	/** Reads those that were not read before. */
	async load(keys: Iterable<Key>): Promise<void> {
		const missing = new Map(Array.from(keys, (key) => [nameOf(key), key] as const));
		for (const name of missing.keys()) if (this.#rows.has(name)) missing.delete(name);
		if (missing.size === 0) return;
		const rows = await this.#table.bulkGet([...missing.values()]);
		[...missing.keys()].forEach((name, index) => {
			const row = rows[index];
			this.#rows.set(name, row && this.#form.fromStored(row));
		});
	}

	has(key: Key): boolean {
		return this.#rows.has(nameOf(key));
	}

	/** Throws where the row was never asked for: reading it as absent would lose it. */
	get(key: Key): Row | undefined {
		const name = nameOf(key);
		if (!this.#rows.has(name)) throw new Error(`Row ${name} of ${this.#table.name} was not loaded.`);
		return this.#rows.get(name);
	}

	set(key: Key, row: Row): void {
		this.#rows.set(nameOf(key), row);
		this.#changed.set(nameOf(key), key);
	}

	delete(key: Key): void {
		this.#rows.set(nameOf(key), undefined);
		this.#changed.set(nameOf(key), key);
	}

	/** What is to be written; from now on it counts as written. */
	takeChanges(): Required<TableChanges<Stored, Key>> {
		const changed = [...this.#changed];
		const rows = changed.flatMap(([name]) => this.#rows.get(name) ?? []);
		const gone = changed.flatMap(([name, key]) => (this.#rows.get(name) ? [] : [key]));
		this.#changed.clear();
		return { table: this.#table.name, add: [], put: rows.map((row) => this.#form.toStored(row)), gone };
	}

	async flush(): Promise<void> {
		const { put, gone } = this.takeChanges();
		if (gone.length > 0) await this.#table.bulkDelete([...gone]);
		if (put.length > 0) await this.#table.bulkPut(put);
	}
}

interface RowForm<Row, Stored> {
	readonly toStored: (row: Row) => Stored;
	readonly fromStored: (row: Stored) => Row;
}

const asIs = { toStored: (row: object) => row, fromStored: (row: object) => row };

const nameOf = (key: unknown): string => (Array.isArray(key) ? key.join('\n') : String(key));
