import { storedVersion } from './database-version.ts';
import { takeEarlyDatabase } from './early-database.ts';
import { LibraryError } from './library.ts';

/**
 * Opens a database that is there in just this version; undefined where there is none, or one of a former version: it is
 * left as it is.
 * @throws VersionError where it is of a newer version; LibraryError `blocked` where another tab holds a former one
 */
export async function openExisting(
	factory: IDBFactory,
	name: string,
	version: number
): Promise<IDBDatabase | undefined> {
	const stored = storedVersion(version);
	const early = factory === globalThis.indexedDB ? await takeEarlyDatabase(name, stored) : undefined;
	return early ?? openNow(factory, name, stored);
}

const openNow = (factory: IDBFactory, name: string, version: number): Promise<IDBDatabase | undefined> =>
	new Promise((resolve, reject) => {
		const request = factory.open(name, version);
		let isToBeMade = false;
		let isGivenUp = false;
		request.onupgradeneeded = () => {
			isToBeMade = true;
			request.transaction?.abort();
		};
		request.onblocked = () => {
			isGivenUp = true;
			reject(new LibraryError('blocked', 'Another tab holds the database in an older version.'));
		};
		request.onsuccess = () => {
			if (isGivenUp) request.result.close();
			else resolve(request.result);
		};
		request.onerror = () => {
			if (isToBeMade) resolve(undefined);
			else reject(request.error ?? new DOMException('The database was not opened.', 'UnknownError'));
		};
	});
