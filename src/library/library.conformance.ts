import { describe } from 'vitest';
import { testBulk } from './bulk.conformance.ts';
import { testDecks, testUpdates } from './decks.conformance.ts';
import { testFormerTexts } from './former-texts.conformance.ts';
import type { Open } from './library-under-test.ts';
import { testLists, testLog } from './lists.conformance.ts';
import { testReading } from './reading.conformance.ts';
import { testRecords } from './records.conformance.ts';

/**
 * What every library promises. Each implementation runs all of it.
 * @param open a new, empty library, its scheduler being `tallyScheduler` or one that agrees with it
 */
export function testLibrary(name: string, open: Open): void {
	describe(name, () => {
		describe('decks', () => testDecks(open));
		describe('updates of decks', () => testUpdates(open));
		describe('former texts', () => testFormerTexts(open));
		describe('records', () => testRecords(open));
		describe('lists', () => testLists(open));
		describe('log', () => testLog(open));
		describe('reading what is new', () => testReading(open));
		describe('bulk', () => testBulk(open));
	});
}
