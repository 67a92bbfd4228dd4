import { randomBytes } from 'node:crypto';
import { testLibrary } from './library.conformance.ts';
import { openMemoryLibrary } from './memory-library.ts';
import { tallyScheduler } from './tally-scheduler.ts';

testLibrary('MemoryLibrary', () =>
	Promise.resolve(openMemoryLibrary({ scheduler: tallyScheduler, randomBytes }))
);
