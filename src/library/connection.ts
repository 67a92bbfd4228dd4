import { databaseVersion } from './database-version.ts';
import { toLibraryError } from './library-error.ts';
import type { LibraryDatabase } from './library-database.ts';
import { LibraryError } from './library.ts';
import { loadPart } from './load-part.ts';
import { openExisting } from './open-existing.ts';
import { QuickTransaction, type QuickTable } from './quick-transaction.ts';

/** Reopening is tried this often for one operation; each time waits longer. */
const reopenings = [0, 50, 250];

export interface ConnectionOptions {
	readonly onOutdated?: () => void;
	/**
	 * Makes the database, or brings one of a former version up to date, in another thread. What it leaves undone, or fails
	 * at, is done here.
	 */
	readonly prepare?: (name: string) => Promise<void>;
	/** Instead of the browser's own. */
	readonly indexedDB?: IDBFactory;
	readonly keyRange?: typeof IDBKeyRange;
	/** For tests: puts faults between Dexie and the browser. */
	readonly onDatabase?: (db: LibraryDatabase) => void;
	/** For tests: the same for what is written without Dexie. */
	readonly onQuickWrite?: (transaction: QuickTransaction) => void;
}

/**
 * The open database, in two ways: at once, for reading and for single writes; and through Dexie, which knows the tables
 * and their former versions, once something needs it. A connection that the browser dropped (WebKit does, in the
 * background) is opened again, and the operation done again as a whole: operations are transactions that do nothing the
 * second time if the first succeeded.
 */
export class Connection {
	readonly #name: string;
	readonly #options: ConnectionOptions;
	readonly #factory: IDBFactory;
	readonly #keyRange: typeof IDBKeyRange;
	#quick: IDBDatabase | undefined;
	#dexie: Promise<LibraryDatabase> | undefined;
	/** Why there will be no connection any more. */
	#ended: LibraryError | undefined;
	#reopening: Promise<void> | undefined;
	#openings = 0;

	constructor(name: string, options: ConnectionOptions) {
		// Some browsers, and Node, have none; the types say otherwise.
		const factory = (options.indexedDB ?? globalThis.indexedDB) as IDBFactory | undefined;
		if (!factory) throw new LibraryError('unavailable', 'There is no IndexedDB here.');
		this.#name = name;
		this.#options = options;
		this.#factory = factory;
		this.#keyRange = options.keyRange ?? globalThis.IDBKeyRange;
	}

	async open(): Promise<void> {
		await this.#trying(() => this.#open());
	}

	/** Through Dexie. Rejects with a `LibraryError`, always. */
	run<Result>(operation: (db: LibraryDatabase) => PromiseLike<Result>): Promise<Result> {
		return this.#trying(async () => operation(await this.#throughDexie()));
	}

	/** One reading transaction. Rejects with a `LibraryError`, always. */
	read<Result>(
		tables: readonly QuickTable[],
		operation: (transaction: QuickTransaction) => Promise<Result>
	): Promise<Result> {
		return this.#trying(async () => operation(this.#begin(tables, 'readonly')));
	}

	/** One writing transaction, which the operation ends; none of it is written where that fails. Rejects as `read` does. */
	write<Result>(
		tables: readonly QuickTable[],
		operation: (transaction: QuickTransaction) => Promise<Result>
	): Promise<Result> {
		return this.#trying(async () => {
			const transaction = this.#begin(tables, 'readwrite');
			this.#options.onQuickWrite?.(transaction);
			try {
				return await operation(transaction);
			} catch (error) {
				transaction.abort();
				throw error;
			}
		});
	}

	close(): void {
		this.#end(new LibraryError('unavailable', 'The library was closed.'));
	}

	async #trying<Result>(operation: () => Promise<Result>): Promise<Result> {
		for (let attempt = 0; ; attempt++) {
			this.#assertOpen();
			await this.#reopening;
			const opening = this.#openings;
			try {
				return await operation();
			} catch (error) {
				const failure = toLibraryError(error);
				const delay = reopenings[attempt];
				this.#assertOpen();
				if (failure.code !== 'connection-lost' || delay === undefined) throw failure;
				// Another operation that failed with this connection may have opened the next one already.
				if (opening === this.#openings) await this.#reopen(delay);
			}
		}
	}

	#begin(tables: readonly QuickTable[], mode: 'readonly' | 'readwrite'): QuickTransaction {
		if (!this.#quick) throw new DOMException('The database is not open.', 'InvalidStateError');
		return new QuickTransaction(this.#quick, this.#keyRange, tables, mode);
	}

	#assertOpen(): void {
		if (this.#ended) throw this.#ended;
	}

	/** Operations that fail at the same time share one reopening. When it fails, their next attempts find out. */
	async #reopen(delayMs: number): Promise<void> {
		this.#reopening ??= this.#closeAndOpen(delayMs).catch(() => undefined);
		await this.#reopening;
		this.#reopening = undefined;
	}

	async #closeAndOpen(delayMs: number): Promise<void> {
		this.#openings++;
		this.#letGo();
		await new Promise((resolve) => setTimeout(resolve, delayMs));
		if (!this.#ended) await this.#open();
	}

	/** A new database, or one of a former version, is made what it should be by Dexie first. */
	async #open(): Promise<void> {
		if (this.#quick) return;
		const database = (await this.#openExisting()) ?? (await this.#openPrepared()) ?? (await this.#openMade());
		if (!database) throw new LibraryError('failed', 'The database was deleted while it was being opened.');
		database.onversionchange = () => this.#giveWay();
		this.#quick = database;
		if (this.#ended) this.#letGo();
	}

	#openExisting(): Promise<IDBDatabase | undefined> {
		return openExisting(this.#factory, this.#name, databaseVersion);
	}

	async #openPrepared(): Promise<IDBDatabase | undefined> {
		if (!this.#options.prepare) return undefined;
		// Why it failed is met again, and said, by doing it here.
		await this.#options.prepare(this.#name).catch(() => undefined);
		return this.#openExisting();
	}

	async #openMade(): Promise<IDBDatabase | undefined> {
		await this.#throughDexie();
		return this.#openExisting();
	}

	#throughDexie(): Promise<LibraryDatabase> {
		this.#dexie ??= this.#openDexie().catch((error: unknown) => {
			this.#dexie = undefined;
			throw error;
		});
		return this.#dexie;
	}

	async #openDexie(): Promise<LibraryDatabase> {
		const { openLibraryDatabase } = await loadPart(import('./open-library-database.ts'));
		const db = await openLibraryDatabase(this.#name, {
			indexedDB: this.#factory,
			keyRange: this.#keyRange,
			onVersionChange: () => this.#giveWay(),
			...(this.#options.onDatabase && { onDatabase: this.#options.onDatabase })
		});
		if (this.#ended) db.close();
		return db;
	}

	#giveWay(): void {
		if (this.#ended) return;
		this.#end(new LibraryError('newer-version', 'Another tab needs the database in a newer version.'));
		this.#options.onOutdated?.();
	}

	#end(reason: LibraryError): void {
		this.#ended ??= reason;
		this.#letGo();
	}

	#letGo(): void {
		this.#quick?.close();
		this.#quick = undefined;
		// One that is being opened closes itself, or is closed by whoever opened it.
		this.#dexie?.then((db) => db.close()).catch(() => undefined);
		this.#dexie = undefined;
	}
}
