import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { LibraryDatabase } from './library-database.ts';
import { openTestLibrary } from './open-test-library.ts';
import { sampleDeck } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

/** 600 sealed events, and ten in the tail. */
async function damagedLibrary(damage: (db: LibraryDatabase) => PromiseLike<unknown>) {
	let db: LibraryDatabase | undefined;
	const library = await openTestLibrary(new IDBFactory(), { onDatabase: (opened) => (db = opened) });
	await library.installDeck(sampleDeck('d', { 'a.md': ['a0', 'a1', 'a2', 'a3'] }), { origin: 'imported' });
	const { review } = eventMaker();
	await library.record(
		Array.from({ length: 600 }, (_, index) => review(`a${index % 3}`, 3, sampleDay + index))
	);
	await library.record(Array.from({ length: 10 }, () => review('a1')));
	expect(await library.verify()).toMatchObject({ isSound: true, events: 610 });
	if (db) await damage(db);
	return library;
}

const rewriteSegment = (db: LibraryDatabase, change: (text: string) => string) =>
	db.segmentBodies.toCollection().modify((body: { events: string }) => {
		body.events = change(body.events);
	});

test('a tail that was cut off is seen by the heads alone', async () => {
	const library = await damagedLibrary((db) => db.tail.limit(1).delete());
	expect(await library.verify('heads')).toMatchObject({
		isSound: false,
		events: 609,
		problems: [{ code: 'missing-events', subject: 'device-a' }]
	});
});

test('a segment that is gone is seen', async () => {
	const library = await damagedLibrary((db) => db.segments.clear());
	expect((await library.verify('heads')).problems).toMatchObject([{ code: 'missing-events' }]);
});

test('a body that is gone or altered is seen by its digest', async () => {
	const gone = await damagedLibrary((db) => db.segmentBodies.clear());
	expect((await gone.verify()).problems).toContainEqual(expect.objectContaining({ code: 'altered-segment' }));
	const altered = await damagedLibrary((db) => rewriteSegment(db, (text) => text.replace('1000', '1001')));
	expect((await altered.verify()).problems).toContainEqual(
		expect.objectContaining({ code: 'altered-segment' })
	);
});

test('an event that stands in the log twice is seen', async () => {
	const library = await damagedLibrary(async (db) => {
		const event = await db.tail.toCollection().first();
		if (event) await db.tail.add({ ...event, deviceId: 'device-b' });
	});
	expect((await library.verify()).problems).toContainEqual(
		expect.objectContaining({ code: 'repeated-event' })
	);
});

test.each<[string, (db: LibraryDatabase) => PromiseLike<unknown>]>([
	[
		'a record',
		(db) =>
			db.states.toCollection().modify((row: { slots: string }) => {
				row.slots = row.slots.replace(',200,0,', ',199,0,');
			})
	],
	[
		'an index field',
		(db) =>
			db.states.toCollection().modify((row: { learningDueAt?: number }) => {
				row.learningDueAt = 1;
			})
	],
	['a page', (db) => db.states.clear()],
	['a history', (db) => db.histories.clear()],
	['the count of a deck', (db) => db.decks.update('d' as DeckId, { unseenCount: 7 })],
	['the list of what is due', (db) => db.due.clear()],
	['the counts of days', (db) => db.days.clear()],
	['the places of cards', (db) => db.homes.clear()]
])('a projection that differs is seen, and rebuilding cures it: %s', async (_, damage) => {
	const library = await damagedLibrary(damage);
	const { problems } = await library.verify();
	expect(problems.length).toBeGreaterThan(0);
	expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['stale-projection']));
	await library.rebuild();
	expect(await library.verify()).toMatchObject({ problems: [], events: 610 });
	expect(await library.records(['a0', 'a3'] as CardId[])).toMatchObject([{ reps: 200 }, undefined]);
});
