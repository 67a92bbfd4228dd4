import { IDBFactory } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import type { LibraryDatabase } from './library-database.ts';
import { openTestLibrary } from './open-test-library.ts';
import { sampleDeck } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

/** On a busy machine, sealing takes its time. */
const patience = { timeout: 20_000 };

/** A library of 40 cards with an open tail of `count` events. */
async function withTail(count: number) {
	let db: LibraryDatabase | undefined;
	const library = await openTestLibrary(new IDBFactory(), { onDatabase: (opened) => (db = opened) });
	const cards = Array.from({ length: 40 }, (_, index) => `a${index}`);
	await library.installDeck(sampleDeck('d', { 'a.md': cards }), { origin: 'imported' });
	const { review, undo } = eventMaker();
	const events = Array.from({ length: count }, (_, index) =>
		review(`a${index % 50}`, 3, sampleDay + (index >> 6))
	);
	for (let from = 0; from < count; from += 400) await library.record(events.slice(from, from + 400));
	if (!db) throw new Error('The database was not seen.');
	return { library, db, events, undo, review };
}

test('a thousand events of the tail become a segment, and nothing else changes', async () => {
	const { library, db, events, undo } = await withTail(1_100);
	await vi.waitFor(async () => expect(await db.segments.count()).toBe(1), patience);
	await vi.waitFor(async () => expect(await db.tail.count()).toBe(100), patience);
	expect((await library.verify()).problems).toEqual([]);
	expect((await library.cardEvents('a7' as CardId)).map(({ id }) => id)).toEqual(
		events.filter(({ cardId }) => cardId === 'a7').map(({ id }) => id)
	);
	expect(await library.eventsOnDays(sampleDay, sampleDay + 100)).toEqual(events);
	const [first] = events;
	if (first) await library.record([undo(first)]);
	expect(await library.record(events.slice(0, 5))).toMatchObject({ recorded: [], known: 5 });
	expect((await library.verify()).problems).toEqual([]);
});

test('a short tail stays as it is', async () => {
	const { library, db } = await withTail(400);
	expect(await db.segments.count()).toBe(0);
	expect(await library.verify()).toMatchObject({ isSound: true, events: 400 });
});

test('two tabs that seal at once make one segment', async () => {
	const factory = new IDBFactory();
	let db: LibraryDatabase | undefined;
	const [a, b] = await Promise.all([
		openTestLibrary(factory, { onDatabase: (opened) => (db = opened) }),
		openTestLibrary(factory)
	]);
	const { review } = eventMaker();
	const events = Array.from({ length: 1_000 }, (_, index) => review(`a${index % 7}`));
	for (let from = 0; from < 1_000; from += 250) {
		await a.record(events.slice(from, from + 125));
		await b.record(events.slice(from + 125, from + 250));
	}
	await vi.waitFor(async () => expect(await db?.segments.count()).toBe(1), patience);
	await vi.waitFor(async () => expect(await db?.tail.count()).toBe(0), patience);
	expect(await a.verify()).toMatchObject({ problems: [], events: 1_000 });
});
