import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';
import type { LibraryDatabase } from './library-database.ts';

const lost = () =>
	new DOMException('Connection to Indexed Database server lost. Refresh the page', 'UnknownError');
const keyRange = IDBKeyRange;

async function openConnection(factory = new IDBFactory(), onOutdated = vi.fn()): Promise<Connection> {
	const connection = new Connection('test', { indexedDB: factory, keyRange, onOutdated });
	await connection.open();
	return connection;
}

/** A newer version of the app opens the database. */
function openNewer(factory: IDBFactory, version = 1_000): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open('test', version);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('not opened'));
	});
}

afterEach(() => vi.restoreAllMocks());

describe('a database that is not there yet', () => {
	const open = async (prepare: (name: string) => Promise<void>, factory = new IDBFactory()) => {
		const onDatabase = vi.fn();
		const connection = new Connection('test', { indexedDB: factory, keyRange, prepare, onDatabase });
		await connection.open();
		return { connection, onDatabase };
	};

	test('is made elsewhere, and then opened without Dexie', async () => {
		const factory = new IDBFactory();
		const prepare = vi.fn(async () => (await openConnection(factory)).close());
		const { connection, onDatabase } = await open(prepare, factory);
		expect(prepare.mock.calls).toEqual([['test']]);
		expect(onDatabase).not.toHaveBeenCalled();
		const row = await connection.read(['local'], (transaction) => transaction.get('local', 'a'));
		expect(row).toBeUndefined();
		await open(prepare, factory);
		expect(prepare).toHaveBeenCalledTimes(1);
	});

	test.each([
		['fails', () => Promise.reject(new Error('no worker'))],
		['does nothing', () => Promise.resolve()]
	])('is made here where the other %s', async (_, prepare) => {
		const { connection, onDatabase } = await open(prepare);
		expect(onDatabase).toHaveBeenCalledTimes(1);
		await connection.run((db) => db.local.put({ key: 'a', value: 1 }));
		const row = await connection.read(['local'], (transaction) => transaction.get('local', 'a'));
		expect(row).toEqual({ key: 'a', value: 1 });
	});
});

describe('a lost connection', () => {
	test('is opened again, and the operation done again', async () => {
		const connection = await openConnection();
		const operation = vi.fn(async (db: LibraryDatabase) => db.local.put({ key: 'a', value: 1 }));
		operation
			.mockRejectedValueOnce(lost())
			.mockRejectedValueOnce(new DOMException('closing', 'InvalidStateError'));
		await connection.run(operation);
		expect(operation).toHaveBeenCalledTimes(3);
		expect(await connection.run((db) => db.local.get('a'))).toEqual({ key: 'a', value: 1 });
	});

	test('is given up after three reopenings', async () => {
		const connection = await openConnection();
		const operation = vi.fn(() => Promise.reject(lost()));
		await expect(connection.run(operation)).rejects.toMatchObject({ code: 'connection-lost' });
		expect(operation).toHaveBeenCalledTimes(4);
		expect(await connection.run((db) => db.local.toArray())).toEqual([]);
	});

	test('is opened once for all operations that it failed', async () => {
		const connection = await openConnection();
		const handles = new Set<IDBDatabase>();
		const operation = () => {
			let isFirst = true;
			return connection.run(async (db) => {
				if (isFirst) {
					isFirst = false;
					throw lost();
				}
				await db.local.toArray();
				handles.add(db.backendDB());
			});
		};
		await Promise.all([operation(), operation(), operation()]);
		expect(handles.size).toBe(1);
	});

	test('that the browser closed by itself is noticed by the next operation', async () => {
		const connection = await openConnection();
		await connection.run((db) => {
			db.backendDB().close();
			return Promise.resolve();
		});
		expect(await connection.run((db) => db.local.toArray())).toEqual([]);
	});
});

describe('errors are told by their code', () => {
	test.each([
		['QuotaExceededError', 'quota-exceeded'],
		['NotReadableError', 'corrupt'],
		['ConstraintError', 'failed'],
		['SecurityError', 'unavailable']
	])('%s: %s', async (name, code) => {
		const connection = await openConnection();
		const failing = connection.run((db) =>
			db.transaction('rw', db.local, async () => {
				await db.local.put({ key: 'a', value: 1 });
				throw new DOMException('because', name);
			})
		);
		await expect(failing).rejects.toMatchObject({ name: 'LibraryError', code });
		expect(await connection.run((db) => db.local.toArray())).toEqual([]);
	});

	test('a transaction that was ended for want of space is one of want of space', async () => {
		const connection = await openConnection();
		const aborted = Object.assign(new Error('aborted'), {
			name: 'AbortError',
			inner: new DOMException('full', 'QuotaExceededError')
		});
		const failing = connection.run(() => Promise.reject(aborted));
		await expect(failing).rejects.toMatchObject({ code: 'quota-exceeded', cause: aborted });
	});

	test('no IndexedDB at all', () => {
		expect(() => new Connection('test', { keyRange })).toThrow(
			expect.objectContaining({ code: 'unavailable' }) as Error
		);
	});
});

describe('versions', () => {
	test('a database of a newer version is refused, and left as it is', async () => {
		const factory = new IDBFactory();
		(await openNewer(factory)).close();
		await expect(openConnection(factory)).rejects.toMatchObject({ code: 'newer-version' });
		const after = await openNewer(factory);
		expect([after.version, after.objectStoreNames.length]).toEqual([1_000, 0]);
	});

	test('gives way to a newer version, and stays closed', async () => {
		const factory = new IDBFactory();
		const onOutdated = vi.fn();
		const connection = await openConnection(factory, onOutdated);
		const newer = await openNewer(factory);
		expect(newer.version).toBe(1_000);
		expect(onOutdated).toHaveBeenCalledTimes(1);
		const operation = vi.fn();
		await expect(connection.run(operation)).rejects.toMatchObject({ code: 'newer-version' });
		expect(operation).not.toHaveBeenCalled();
	});

	test('says so when another tab will not give way', async () => {
		const factory = new IDBFactory();
		// An older version of the app that holds on to its connection.
		const older = await openNewer(factory, 1);
		older.onversionchange = null;
		vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		await expect(openConnection(factory)).rejects.toMatchObject({ code: 'blocked' });
		older.close();
	});
});
