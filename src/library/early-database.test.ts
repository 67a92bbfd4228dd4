import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';

/** What the script in `src/app.html` leaves behind, run at the top of a page. */
interface Early {
	readonly name: string;
	readonly opened: Promise<IDBDatabase | undefined>;
}
const script = /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8'))?.[1] ?? '';

function runEarly(page: Readonly<Record<string, unknown>>): Early | undefined {
	const context: Record<string, unknown> = { ...page };
	context.globalThis = context;
	runInNewContext(script, context);
	return context.earlyDatabase as Early | undefined;
}

async function madeDatabase(): Promise<IDBFactory> {
	const factory = new IDBFactory();
	const connection = new Connection('deckhand', { indexedDB: factory, keyRange: IDBKeyRange });
	await connection.open();
	connection.close();
	return factory;
}

afterEach(() => vi.unstubAllGlobals());

test('what was opened early is taken over, and is the version that the app asks for', async () => {
	const factory = await madeDatabase();
	const early = runEarly({ indexedDB: factory, sessionStorage: {} });
	vi.stubGlobal('indexedDB', factory);
	vi.stubGlobal('earlyDatabase', early);
	const open = vi.spyOn(factory, 'open');
	const connection = new Connection('deckhand', { keyRange: IDBKeyRange });
	await connection.open();
	expect(open).not.toHaveBeenCalled();
	expect(await connection.read(['local'], (transaction) => transaction.range('local'))).toEqual([]);
	expect(globalThis).toHaveProperty('earlyDatabase', undefined);
	connection.close();
});

test('one of another name or version is closed, and the right one opened', async () => {
	const factory = await madeDatabase();
	const early = runEarly({ indexedDB: factory, sessionStorage: {} });
	vi.stubGlobal('indexedDB', factory);
	vi.stubGlobal('earlyDatabase', early && { ...early, name: 'other' });
	const connection = new Connection('deckhand', { keyRange: IDBKeyRange });
	await connection.open();
	const database = await early?.opened;
	expect(() => database?.transaction('local')).toThrow(
		expect.objectContaining({ name: 'InvalidStateError' })
	);
	connection.close();
});

test('one that was closed for a newer version before it was taken is opened again', async () => {
	const factory = await madeDatabase();
	const early = runEarly({ indexedDB: factory, sessionStorage: {} });
	(await early?.opened)?.close();
	vi.stubGlobal('indexedDB', factory);
	vi.stubGlobal('earlyDatabase', early);
	const connection = new Connection('deckhand', { keyRange: IDBKeyRange });
	await connection.open();
	expect(await connection.read(['local'], (transaction) => transaction.range('local'))).toEqual([]);
	connection.close();
});

test('a database that is not there is neither made nor taken for one', async () => {
	const factory = new IDBFactory();
	expect(await runEarly({ indexedDB: factory, sessionStorage: {} })?.opened).toBeUndefined();
	expect(await factory.databases()).toEqual([]);
});

test('gives way to a newer version', async () => {
	const factory = await madeDatabase();
	const database = await runEarly({ indexedDB: factory, sessionStorage: {} })?.opened;
	const newer = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = factory.open('deckhand', 1_000);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('not opened'));
	});
	expect([database?.version, newer.version]).toEqual([40, 1_000]);
	newer.close();
});

test('where nothing is allowed, nothing is thrown', async () => {
	const refused = () => {
		throw new DOMException('refused', 'SecurityError');
	};
	const sessionStorage = new Proxy({}, { get: refused, set: refused });
	expect(await runEarly({ indexedDB: { open: refused }, sessionStorage })?.opened).toBeUndefined();
	expect(await runEarly({ sessionStorage })?.opened).toBeUndefined();
});

test('leaves what SvelteKit kept in this tab as it is', () => {
	const sessionStorage = { 'sveltekit:scroll': '{"1":{"x":0,"y":9}}' };
	runEarly({ indexedDB: new IDBFactory(), sessionStorage });
	expect(sessionStorage).toEqual({
		'sveltekit:scroll': '{"1":{"x":0,"y":9}}',
		'sveltekit:snapshot': '{}'
	});
});
