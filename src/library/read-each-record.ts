import type { CardRecord } from '#scheduler/card-record.ts';
import type { Connection } from './connection.ts';
import type { PageKey } from './library-database.ts';
import { fromStored } from './states-page.ts';

/** Read at once: some thousand cards. */
const pagesAtOnce = 250;

/** Walks the table by its key, so that many pages come in one answer. */
export async function* readEachRecord(connection: Connection): AsyncGenerator<readonly CardRecord[]> {
	let last: PageKey | undefined;
	for (;;) {
		const after = last;
		const rows = await connection.read(['states'], (transaction) =>
			transaction.range('states', {
				...(after !== undefined && { from: after, isAfter: true }),
				limit: pagesAtOnce
			})
		);
		const final = rows.at(-1);
		if (final === undefined) return;
		last = [final.noteId, final.page];
		yield rows
			.filter(({ deckId }) => deckId !== '')
			.flatMap((row) => fromStored(row).slots)
			.flatMap(({ record, isElsewhere }) => (record === undefined || isElsewhere ? [] : [record]));
	}
}
