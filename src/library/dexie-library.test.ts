import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { CardId, DeckId } from '#deck/ids.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { LibraryDatabase } from './library-database.ts';
import type { LoadScheduler } from './library-options.ts';
import type { LibraryChange } from './library.ts';
import { readLogCounts, writeLogCounts } from './log-counts.ts';
import { testLibrary } from './library.conformance.ts';
import { openTestLibrary } from './open-test-library.ts';
import { sampleDeck } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';
import { tallyScheduler } from './tally-scheduler.ts';

testLibrary('DexieLibrary', () => openTestLibrary());
// Adds answers to records one by one, where the other folds all of a card's events each time.
testLibrary('DexieLibrary with the real scheduler', () =>
	openTestLibrary(new IDBFactory(), { scheduler: createScheduler() })
);

const onDatabase = async <Result>(
	indexedDB: IDBFactory,
	act: (db: LibraryDatabase) => Promise<Result>
): Promise<Result> => {
	const db = new LibraryDatabase('test', { indexedDB, IDBKeyRange });
	try {
		return await act(db);
	} finally {
		db.close();
	}
};
/** As a restore leaves it whose browser is killed. */
const leaveUnsettled = (factory: IDBFactory) =>
	onDatabase(factory, async (db) => writeLogCounts(db, { ...(await readLogCounts(db)), isUnsettled: true }));
const isUnsettled = (factory: IDBFactory) =>
	onDatabase(factory, async (db) => (await readLogCounts(db)).isUnsettled);

const imported = { origin: 'imported' } as const;

describe('openDexieLibrary', () => {
	test('finds again what was written, and the device id', async () => {
		const factory = new IDBFactory();
		const first = await openTestLibrary(factory);
		await first.installDeck(sampleDeck('d', { 'a.md': ['a1'] }), imported);
		await first.record([eventMaker().review('a1')]);
		first.close();
		const second = await openTestLibrary(factory);
		expect(second.deviceId).toBe(first.deviceId);
		expect(second.deviceId).toMatch(/^[0-9a-f]{16}$/);
		expect(await second.reviewsDue(sampleDay + 3, 9)).toHaveLength(1);
		expect((await second.verify()).problems).toEqual([]);
	});

	test('gives two tabs that open a new database at once one device id', async () => {
		const factory = new IDBFactory();
		const [a, b] = await Promise.all([openTestLibrary(factory), openTestLibrary(factory)]);
		expect(a.deviceId).toBe(b.deviceId);
	});

	test('does not load the scheduler for anything that is read or installed', async () => {
		const scheduler = vi.fn(() => Promise.resolve(tallyScheduler));
		const library = await openTestLibrary(new IDBFactory(), { scheduler });
		await library.installDeck(sampleDeck('d', { 'a.md': ['a1'] }), imported);
		await library.decks();
		await library.unseen('d' as DeckId, 9);
		await library.reviewsDue(sampleDay, 9);
		await library.verify('heads');
		expect(scheduler).not.toHaveBeenCalled();
	});

	test('a scheduler that cannot be loaded fails the answer, and the next one succeeds', async () => {
		const scheduler = vi.fn(() => Promise.resolve(tallyScheduler));
		scheduler.mockRejectedValueOnce(new Error('offline'));
		const library = await openTestLibrary(new IDBFactory(), { scheduler });
		const event = eventMaker().review('a1');
		await expect(library.record([event])).rejects.toMatchObject({ name: 'LibraryError', code: 'failed' });
		expect(await library.record([event])).toMatchObject({ recorded: [event.id] });
	});

	test('settles what bulk work left when it was broken off, by a scheduler that needs the settings', async () => {
		const factory = new IDBFactory();
		const maker = eventMaker();
		const [first, review] = [await openTestLibrary(factory), maker.review('a1')];
		await first.record([review, maker.make('setting', '', { key: 'desiredRetention', value: 0.8 })]);
		first.close();
		await leaveUnsettled(factory);
		const scheduler: LoadScheduler = async (readSettings) => {
			expect((await readSettings()).get('desiredRetention')).toBe(0.8);
			return tallyScheduler;
		};
		const second = await openTestLibrary(factory, { scheduler });
		expect((await second.verify()).problems).toEqual([]);
		expect(await second.cardEvents('a1' as CardId)).toEqual([review]);
		await vi.waitFor(async () => expect(await isUnsettled(factory)).toBe(false));
	});

	test('tells other tabs, and not its own, what was written', async () => {
		const factory = new IDBFactory();
		const [writer, reader] = [await openTestLibrary(factory), await openTestLibrary(factory)];
		const seen: LibraryChange[] = [];
		const own = vi.fn();
		const end = reader.watch((change) => seen.push(change));
		writer.watch(own);
		await writer.record([eventMaker().review('a1')]);
		await writer.installDeck(sampleDeck('d', {}), imported);
		await writer.rebuild();
		await vi.waitFor(() => expect(seen).toHaveLength(3));
		expect(seen).toEqual([{ kind: 'recorded', cardIds: ['a1'] }, { kind: 'decks' }, { kind: 'everything' }]);
		expect(own).not.toHaveBeenCalled();
		end();
		await writer.rebuild();
		await writer.removeDeck('d' as DeckId);
		expect(seen).toHaveLength(3);
		writer.close();
		reader.close();
	});

	test('rejects with a reason once it was closed', async () => {
		const library = await openTestLibrary();
		library.close();
		await expect(library.decks()).rejects.toMatchObject({ name: 'LibraryError', code: 'unavailable' });
	});
});
