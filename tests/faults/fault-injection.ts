import { Dexie, type DBCore, type DBCoreTable } from 'dexie';
import type { LibraryDatabase } from '#library/library-database.ts';
import type { QuickTable, QuickTransaction } from '#library/quick-transaction.ts';
import type { TableChanges } from '#library/write-at-once.ts';

/**
 * How a request to the database goes wrong. fail: it is refused, and so its transaction ends. full: the same, for want of
 * space. abort: it succeeds, and the transaction is ended behind its back. lost: the connection is gone.
 * unheard: everything is written, but the answer never arrives, since the connection is gone.
 */
export const faultKinds = ['fail', 'full', 'abort', 'lost', 'unheard'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Stands between the library and its database, and makes one request of many go wrong. */
export class FaultInjection {
	#kind: FaultKind = 'fail';
	#left = Infinity;
	/** Whether the fault came to pass: a loop over n ends when it does no more. */
	hasFired = false;

	/** The n-th request from now on (the n-th transaction, for `unheard`) goes wrong. */
	arm(kind: FaultKind, n: number): void {
		this.#kind = kind;
		this.#left = n;
		this.hasFired = false;
	}

	disarm(): void {
		this.#left = Infinity;
	}

	/** For `onDatabase`. */
	install = (db: LibraryDatabase): void => {
		db.use({ stack: 'dbcore', name: 'faults', create: (core) => this.#faulty(core) });
		this.#failLastWrites(db);
		this.#loseAnswers(db);
	};

	#faulty(core: DBCore): DBCore {
		const requests = ['get', 'getMany', 'query', 'openCursor', 'count', 'mutate'] as const;
		return {
			...core,
			table: (name) => {
				const table = core.table(name);
				const faulty = requests.map((request) => [
					request,
					(asked: Parameters<DBCoreTable[typeof request]>[0]) => this.#pass(table, request, asked)
				]);
				return { ...table, ...(Object.fromEntries(faulty) as Partial<DBCoreTable>) };
			}
		};
	}

	/** Dexie's own promises all the way: a native one would cost the transaction a turn in which it ends by itself. */
	#pass(
		table: DBCoreTable,
		request: keyof DBCoreTable,
		asked: { readonly trans: unknown }
	): PromiseLike<unknown> {
		const isFaulty = this.#kind !== 'unheard' && this.#countDown();
		if (isFaulty && this.#kind !== 'abort') return Dexie.Promise.reject(errorOf(this.#kind));
		const answer = (table[request] as (asked: unknown) => PromiseLike<unknown>)(asked);
		if (!isFaulty) return answer;
		return answer.then((value) => {
			(asked.trans as { abort(): void }).abort();
			return value;
		});
	}

	/** What is written without Dexie, at the end of a transaction: each row is a request. */
	#failLastWrites(db: LibraryDatabase): void {
		const finish = db.finish.bind(db);
		db.finish = (transaction, changes) => {
			const rows = changes.flatMap(({ add = [], put = [], gone = [] }) => [...add, ...put, ...gone]);
			const isFaulty = this.#kind !== 'unheard' && rows.some(() => this.#countDown());
			if (!isFaulty) finish(transaction, changes);
			else if (this.#kind === 'abort') transaction.abort();
			else throw errorOf(this.#kind);
		};
	}

	/** For `onQuickWrite`: what is asked and written without Dexie. */
	installQuick = (transaction: QuickTransaction): void => {
		const get = transaction.get.bind(transaction);
		const finish = transaction.finish.bind(transaction);
		const isFaulty = () => this.#kind !== 'unheard' && this.#countDown();
		const fail = () => {
			transaction.abort();
			return errorOf(this.#kind);
		};
		const done = transaction.done.then(() => {
			if (this.#kind === 'unheard' && this.#countDown()) throw errorOf('lost');
		});
		done.catch(() => undefined);
		Object.assign(transaction, {
			get: (table: QuickTable, key: unknown) => (isFaulty() ? Promise.reject(fail()) : get(table, key)),
			finish: (changes: readonly TableChanges[]) => {
				const rows = changes.flatMap(({ add = [], put = [], gone = [] }) => [...add, ...put, ...gone]);
				if (!rows.some(isFaulty)) finish(changes);
				else if (this.#kind === 'abort') transaction.abort();
				else throw fail();
			},
			done
		});
	};

	#loseAnswers(db: LibraryDatabase): void {
		const transaction = db.transaction.bind(db) as (...args: readonly unknown[]) => PromiseLike<unknown>;
		const losing = (...args: readonly unknown[]) =>
			transaction(...args).then((result) => {
				if (this.#kind === 'unheard' && args[0] === 'rw' && this.#countDown()) throw errorOf('lost');
				return result;
			});
		Object.assign(db, { transaction: losing });
	}

	#countDown(): boolean {
		this.#left -= 1;
		if (this.#left !== 0) return false;
		this.hasFired = true;
		return true;
	}
}

function errorOf(kind: FaultKind): DOMException {
	if (kind === 'full') return new DOMException('There is no space left.', 'QuotaExceededError');
	if (kind === 'lost') return new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
	return new DOMException('The request failed.', 'DataError');
}
