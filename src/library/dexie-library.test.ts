import { randomBytes } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDexieLibrary } from './dexie-library.ts';
import { testLibrary } from './library.conformance.ts';
import { tallyScheduler } from './tally-scheduler.ts';

testLibrary('DexieLibrary', () =>
	openDexieLibrary('test', {
		scheduler: () => Promise.resolve(tallyScheduler),
		randomBytes,
		indexedDB: new IDBFactory(),
		keyRange: IDBKeyRange
	})
);
