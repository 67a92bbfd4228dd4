import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { LogEvent } from '#review-log/log-event.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import type { Library } from './library.ts';
import { counts, deckId, dueIds, expectSound, ids, logOf, unseenIds } from './library-under-test.ts';
import { openTestLibrary } from './open-test-library.ts';
import { upgradeToVersion2 } from './upgrade-to-version-2.ts';

/** As version 1 of the database left it: two decks that share a card, answers, an undo, and a restore broken off. */
const version1 = JSON.parse(
	readFileSync(join(import.meta.dirname, 'library-version-1.json'), 'utf8'),
	(_, value: unknown) => revive(value as Packed)
) as Readonly<Record<string, readonly object[]>>;

interface Packed {
	readonly $map?: readonly (readonly [unknown, unknown])[];
	readonly $bytes?: readonly number[];
}

function revive(value: Packed | null): unknown {
	if (value?.$map) return new Map(value.$map);
	return value?.$bytes ? new Uint8Array(value.$bytes).buffer : value;
}

/** The tables of version 1, as it declared them. Never changed. */
const tables = {
	meta: 'key',
	local: 'key',
	decks: 'id',
	notes: 'id, deckId',
	pages: '[noteId+page]',
	sources: 'noteId',
	assets: 'hash',
	assetUses: '[deckId+hash], hash',
	identities: 'deckId',
	tail: '[deviceId+id], cardId',
	segments: 'id, deviceId, maxDay',
	segmentBodies: 'id',
	segmentIds: 'id',
	homes: 'bucket',
	states: '[noteId+page], waiting, dueDay, learningDueAt',
	histories: '[noteId+page]',
	days: 'block',
	pending: '++seq, partition'
};

async function databaseOfVersion1(): Promise<IDBFactory> {
	const indexedDB = new IDBFactory();
	const db = new Dexie('test', { indexedDB, IDBKeyRange });
	db.version(1).stores(tables);
	for (const [name, rows] of Object.entries(version1)) await db.table(name).bulkAdd(rows);
	db.close();
	return indexedDB;
}

const open = (indexedDB: IDBFactory): Promise<Library> =>
	openTestLibrary(indexedDB, { scheduler: createScheduler(), randomBytes });

/** The same as version 2 of the app left it, which did no more than to upgrade it. */
async function databaseOfVersion2(): Promise<IDBFactory> {
	const indexedDB = await databaseOfVersion1();
	const db = new Dexie('test', { indexedDB, IDBKeyRange });
	db.version(1).stores(tables);
	db.version(2).stores({ unsettled: '[partition+piece]', pending: null }).upgrade(upgradeToVersion2);
	await db.open();
	expect(await db.table('states').where('dueDay').above(0).count()).toBeGreaterThan(0);
	db.close();
	return indexedDB;
}

const formerVersions = [
	[1, databaseOfVersion1],
	[2, databaseOfVersion2]
] as const;

test.each(formerVersions)('a library of version %i is upgraded and loses nothing', async (_, former) => {
	expect(version1['pending']).not.toHaveLength(0);
	const library = await open(await former());
	await expectSound(library);
	expect(await logOf(library)).toEqual(expect.arrayContaining([...(version1['tail'] ?? [])] as LogEvent[]));
	expect(await logOf(library)).toHaveLength(version1['tail']?.length ?? NaN);
	expect(await counts(library)).toEqual([
		[22, 16, 1],
		[2, 0, 0]
	]);
	// What was broken off is finished: these events came with the restore alone.
	const [b2, a19] = await library.records(ids('b2', 'a19'));
	expect([b2?.state.kind, a19?.state.kind]).toEqual(['review', 'learning']);
	expect(Object.fromEntries(await library.settings())).toEqual({ newPerDay: 7, theme: 'dark' });
	expect(await library.readLocal('place')).toEqual({ cardId: 'a1' });
	expect((await library.asset('cat' as never))?.bytes).toEqual(new Uint8Array([1, 2, 3]));
	expect((await library.refs(ids('a1')))[0]?.deckId).toBe('d');
	expect((await unseenIds(library)).slice(0, 3)).toEqual(['a0', 'a4', 'a5']);
	expect(await dueIds(library)).not.toEqual([]);
});

test.each(formerVersions)('one of version %i goes on as a new one does', async (_, former) => {
	const factory = await former();
	const upgraded = await open(factory);
	await upgraded.removeDeck(deckId('d'));
	await upgraded.rebuild();
	await expectSound(upgraded);
	upgraded.close();
	const again = await open(factory);
	expect((await again.refs(ids('a1')))[0]?.deckId).toBe('e');
	await expectSound(again);
});
