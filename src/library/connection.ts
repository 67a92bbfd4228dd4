import { toLibraryError } from './library-error.ts';
import { LibraryDatabase } from './library-database.ts';
import { LibraryError } from './library.ts';

/** Reopening is tried this often for one operation; each time waits longer. */
const reopenings = [0, 50, 250];

export interface ConnectionOptions {
	readonly onOutdated?: () => void;
	/** Instead of the browser's own. */
	readonly indexedDB?: IDBFactory;
	readonly keyRange?: typeof IDBKeyRange;
	/** For tests: puts faults between Dexie and the browser. */
	readonly onDatabase?: (db: LibraryDatabase) => void;
}

/**
 * The open database. A connection that the browser dropped (WebKit does, in the background) is opened again, and the
 * operation done again as a whole: operations are transactions that do nothing the second time if the first succeeded.
 */
export class Connection {
	readonly #db: LibraryDatabase;
	/** Why there will be no connection any more. */
	#ended: LibraryError | undefined;
	#reopening: Promise<void> | undefined;
	#openings = 0;
	#onBlocked: (() => void) | undefined;

	constructor(name: string, options: ConnectionOptions) {
		const { keyRange = globalThis.IDBKeyRange } = options;
		// Some browsers, and Node, have none; the types say otherwise.
		const factory = (options.indexedDB ?? globalThis.indexedDB) as IDBFactory | undefined;
		if (!factory) throw new LibraryError('unavailable', 'There is no IndexedDB here.');
		this.#db = new LibraryDatabase(name, { indexedDB: refusingNewer(factory), IDBKeyRange: keyRange });
		options.onDatabase?.(this.#db);
		this.#db.on('blocked', () => {
			this.#onBlocked?.();
		});
		// False ends the chain: Dexie's own listener would let the database open again.
		this.#db.on('versionchange', () => {
			this.#end(new LibraryError('newer-version', 'Another tab needs the database in a newer version.'));
			options.onOutdated?.();
			return false;
		});
	}

	async open(): Promise<void> {
		await this.run(() => this.#open());
	}

	/** Rejects with a `LibraryError`, always. */
	async run<Result>(operation: (db: LibraryDatabase) => PromiseLike<Result>): Promise<Result> {
		for (let attempt = 0; ; attempt++) {
			this.#assertOpen();
			await this.#reopening;
			const opening = this.#openings;
			try {
				return await operation(this.#db);
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

	close(): void {
		this.#end(new LibraryError('unavailable', 'The library was closed.'));
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
		this.#db.close();
		await new Promise((resolve) => setTimeout(resolve, delayMs));
		if (!this.#ended) await this.#open();
	}

	async #open(): Promise<void> {
		const blocked = new Promise<never>((_, reject) => {
			this.#onBlocked = () => {
				reject(new LibraryError('blocked', 'Another tab holds the database in an older version.'));
			};
		});
		await Promise.race([this.#db.open(), blocked]);
	}

	#end(reason: LibraryError): void {
		this.#ended ??= reason;
		this.#db.close();
	}
}

/**
 * Dexie opens a database of a newer version as it is, and may change it: an old page would write old rows into it. It does
 * so by asking for no version at all, which is refused here.
 */
function refusingNewer(factory: IDBFactory): IDBFactory {
	return {
		open: (name, version) => {
			if (version === undefined)
				throw new DOMException('The database is of a newer version.', 'VersionError');
			return factory.open(name, version);
		},
		deleteDatabase: (name) => factory.deleteDatabase(name),
		databases: () => factory.databases(),
		cmp: (a, b) => factory.cmp(a, b)
	};
}
