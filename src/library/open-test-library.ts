import { randomBytes } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDexieLibrary, type DexieLibraryOptions } from './dexie-library.ts';
import type { Library } from './library.ts';
import { tallyScheduler } from './tally-scheduler.ts';

/** For tests: a library in an IndexedDB of Node's memory; the same factory opens the same database again. */
export const openTestLibrary = (
	indexedDB: IDBFactory = new IDBFactory(),
	options: Partial<DexieLibraryOptions> = {}
): Promise<Library> =>
	openDexieLibrary('test', {
		scheduler: () => Promise.resolve(tallyScheduler),
		randomBytes,
		indexedDB,
		keyRange: IDBKeyRange,
		...options
	});
