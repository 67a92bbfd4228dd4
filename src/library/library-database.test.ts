import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { databaseVersion } from './database-version.ts';
import { LibraryDatabase } from './library-database.ts';

// What a released version calls its tables and indexes, every later version must still find.
test('names of tables and indexes, version 4', async () => {
	const db = new LibraryDatabase('names', { indexedDB: new IDBFactory(), IDBKeyRange });
	await db.open();
	// What opens it without Dexie asks for this one.
	expect(db.verno).toBe(databaseVersion);
	const native = db.backendDB();
	const stores = Array.from(native.objectStoreNames);
	const transaction = native.transaction(stores);
	const schema = stores.map((name) => {
		const store = transaction.objectStore(name);
		const indexes = Array.from(store.indexNames, (index) => ` ${index}`);
		return `${name}: ${JSON.stringify(store.keyPath)}${store.autoIncrement ? '++' : ''}${indexes.join()}`;
	});
	expect([native.version, ...schema]).toMatchInlineSnapshot(`
		[
		  40,
		  "assetUses: ["deckId","hash"] hash",
		  "assets: "hash"",
		  "days: "block"",
		  "decks: "id"",
		  "due: ["day","shelf"]",
		  "histories: ["noteId","page"]",
		  "homes: "bucket"",
		  "identities: "deckId"",
		  "local: "key"",
		  "meta: "key"",
		  "notes: "id" deckId",
		  "pages: ["noteId","page"]",
		  "segmentBodies: "id"",
		  "segmentIds: "id"",
		  "segments: "id" deviceId, maxDay",
		  "sources: "noteId"",
		  "states: ["noteId","page"] learningDueAt, waiting",
		  "tail: ["deviceId","id"] cardId",
		  "unsettled: ["partition","piece"]",
		]
	`);
});

test('opening what it made itself changes nothing about it', async () => {
	const factory = new IDBFactory();
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	for (let opening = 0; opening < 2; opening++) {
		const db = new LibraryDatabase('names', { indexedDB: factory, IDBKeyRange });
		await db.open();
		db.close();
	}
	// Dexie would warn here if it had added indexes without a new version.
	expect(warn).not.toHaveBeenCalled();
});
