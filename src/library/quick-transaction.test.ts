import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';
import { maxKey, minKey, type RowRange } from './quick-transaction.ts';

let connection: Connection;

beforeEach(async () => {
	connection = new Connection('test', { indexedDB: new IDBFactory(), keyRange: IDBKeyRange });
	await connection.open();
	await put('a', 'b', 'c', 'd');
});

const put = (...keys: string[]) =>
	connection.write(['local'], (transaction) => {
		transaction.finish([{ table: 'local', put: keys.map((key) => ({ key, value: key })) }]);
		return transaction.done;
	});

const keysOf = (range?: RowRange) =>
	connection.read(['local'], async (transaction) =>
		(await transaction.range('local', range)).map(({ key }) => key).join('')
	);

describe('a range of rows', () => {
	test.each([
		[undefined, 'abcd'],
		[{ from: 'b' }, 'bcd'],
		[{ from: 'b', isAfter: true }, 'cd'],
		[{ to: 'b' }, 'ab'],
		[{ from: 'b', to: 'b' }, 'b'],
		[{ from: minKey, to: maxKey, limit: 3 }, 'abc'],
		[{ from: 'b', isAfter: true, limit: 1 }, 'c'],
		[{ from: 'e' }, '']
	])('%j: %s', async (range, keys) => {
		expect(await keysOf(range)).toBe(keys);
	});

	test('of an index, in its order', async () => {
		const note = (id: string, deckId: string) => ({ id, deckId });
		await connection.write(['notes'], (transaction) => {
			transaction.finish([{ table: 'notes', put: [note('1', 'x'), note('2', 'y'), note('3', 'x')] }]);
			return transaction.done;
		});
		const ids = (range: RowRange) =>
			connection.read(['notes'], async (transaction) =>
				(await transaction.range('notes', { index: 'deckId', ...range })).map(({ id }) => id)
			);
		expect(await ids({ from: 'x', to: 'x' })).toEqual(['1', '3']);
		expect(await ids({})).toEqual(['1', '3', '2']);
	});
});

describe('a write', () => {
	test('that fails half way leaves nothing behind', async () => {
		const failing = connection.write(['local'], (transaction) => {
			const rows = [
				{ key: 'e', value: 1 },
				{ key: 'f', value: () => 'cannot be stored' }
			];
			transaction.finish([{ table: 'local', put: rows }]);
			return transaction.done;
		});
		await expect(failing).rejects.toMatchObject({ name: 'LibraryError', code: 'failed' });
		expect(await keysOf()).toBe('abcd');
	});

	test('whose reader fails leaves nothing behind, and what failed is said', async () => {
		const failing = connection.write(['local'], async (transaction) => {
			await transaction.get('local', 'a');
			throw new Error('no');
		});
		await expect(failing).rejects.toMatchObject({ code: 'failed', cause: { message: 'no' } });
	});

	test('is done again as a whole where the connection was lost', async () => {
		const operation = vi.fn();
		await connection.write(['local'], (transaction) => {
			operation();
			if (operation.mock.calls.length === 1) throw new DOMException('lost', 'UnknownError');
			transaction.finish([{ table: 'local', put: [{ key: 'e', value: 1 }] }]);
			return transaction.done;
		});
		expect(operation).toHaveBeenCalledTimes(2);
		expect(await keysOf()).toBe('abcde');
	});
});

test('asking a transaction that has ended rejects, also among several questions', async () => {
	const late = connection.read(['local'], async (transaction) => {
		await transaction.get('local', 'a');
		await transaction.done;
		return transaction.getMany('local', ['a', 'b']);
	});
	await expect(late).rejects.toMatchObject({ name: 'LibraryError' });
});

test('ending it a second time changes nothing', async () => {
	await connection.write(['local'], async (transaction) => {
		transaction.finish([{ table: 'local', put: [{ key: 'e', value: 1 }] }]);
		await transaction.done;
		transaction.abort();
	});
	expect(await keysOf()).toBe('abcde');
});
