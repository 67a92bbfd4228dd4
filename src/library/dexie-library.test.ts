import { randomBytes } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import { openDexieLibrary } from './dexie-library.ts';
import { testLibrary } from './library.conformance.ts';
import { tallyScheduler } from './tally-scheduler.ts';

const open = (scheduler: Scheduler) => () =>
	openDexieLibrary('test', {
		scheduler: () => Promise.resolve(scheduler),
		randomBytes,
		indexedDB: new IDBFactory(),
		keyRange: IDBKeyRange
	});

testLibrary('DexieLibrary', open(tallyScheduler));
// Adds answers to records one by one, where the other folds all of a card's events each time.
testLibrary('DexieLibrary with the real scheduler', open(createScheduler()));
