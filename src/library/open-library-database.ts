import { LibraryDatabase } from './library-database.ts';
import { LibraryError } from './library.ts';

interface Opening {
	readonly indexedDB: IDBFactory;
	readonly keyRange: typeof IDBKeyRange;
	/** Another tab needs it in a newer version. */
	readonly onVersionChange: () => void;
	readonly onDatabase?: (db: LibraryDatabase) => void;
}

/** The database with its tables made, or brought up to date. */
export async function openLibraryDatabase(
	name: string,
	{ indexedDB, keyRange, onVersionChange, onDatabase }: Opening
): Promise<LibraryDatabase> {
	const db = new LibraryDatabase(name, { indexedDB: refusingNewer(indexedDB), IDBKeyRange: keyRange });
	onDatabase?.(db);
	// False ends the chain: Dexie's own listener would let the database open again.
	db.on('versionchange', () => {
		onVersionChange();
		return false;
	});
	const blocked = new Promise<never>((_, reject) => {
		db.on('blocked', () => {
			reject(new LibraryError('blocked', 'Another tab holds the database in an older version.'));
		});
	});
	await Promise.race([db.open(), blocked]);
	return db;
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
