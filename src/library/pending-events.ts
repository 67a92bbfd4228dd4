import type { CardId } from '#deck/ids.ts';
import { hashText } from '#review-log/hash-text.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Connection } from './connection.ts';
import { eventsToText, textToEvents } from './event-text.ts';
import { groupBy } from './group-by.ts';
import { HomeHints } from './home-hints.ts';
import { bucketOf, homeOf } from './homes.ts';
import type { HomesRow, LibraryDatabase, PendingRow } from './library-database.ts';
import { readLogCounts, writeLogCounts } from './log-counts.ts';
import { projectEvents } from './project-events.ts';
import { ProjectionRows } from './projection-rows.ts';
import { projectionTables } from './record-events.ts';
import type { RowCache } from './row-cache.ts';

/**
 * Bulk work adds events to the log first and computes what follows from them afterwards, sorted by page, so that each
 * page is read and written once. Until then they wait in `pending`; `LogCounts.isUnsettled` says so across a crash.
 */
const partitionCount = 64;
/** Rows of `pending` in one transaction; each holds a few hundred events at most. */
const rowsAtOnce = 64;

/** Rows for events whose cards' homes are loaded. Pages of one partition are settled together. */
export function pendingRows(
	events: readonly LogEvent[],
	homes: RowCache<HomesRow, number>
): readonly PendingRow[] {
	const partitions = groupBy(events, ({ cardId }) => partitionOf(cardId, homes));
	return Array.from(partitions, ([partition, part]) => ({ partition, events: eventsToText(part) }));
}

function partitionOf(cardId: CardId | '', homes: RowCache<HomesRow, number>): number {
	const home = homeOf(cardId, cardId === '' ? undefined : homes.get(bucketOf(cardId)));
	return hashText(home.join()).low % partitionCount;
}

/** Loads what `pendingRows` needs. */
export const loadHomes = (homes: RowCache<HomesRow, number>, events: readonly LogEvent[]): Promise<void> =>
	homes.load(new Set(events.flatMap(({ cardId }) => (cardId === '' ? [] : [bucketOf(cardId)]))));

/** Computes what follows from the pending events, in several transactions: broken off, it goes on where it was. */
export async function settlePending(connection: Connection, scheduler: Scheduler): Promise<void> {
	const hints = await connection.run(readAllHomes);
	while (await connection.run((db) => settleSome(db, scheduler, hints)));
}

/** @returns whether there may be more */
const settleSome = (db: LibraryDatabase, scheduler: Scheduler, hints: HomeHints): PromiseLike<boolean> =>
	db.transaction('rw', [...projectionTables(db), db.pending, db.meta], async () => {
		const partitions = await somePartitions(db);
		if (partitions.length === 0) {
			await writeLogCounts(db, { ...(await readLogCounts(db)), isUnsettled: false });
			return false;
		}
		const waiting = await db.pending.where('partition').anyOf(partitions).toArray();
		const rows = new ProjectionRows(db, hints);
		const events = waiting.flatMap((row) => textToEvents(row.events));
		await projectEvents(rows, events, scheduler, 'histories');
		await Promise.all([rows.flush(), db.pending.bulkDelete(waiting.flatMap(({ seq }) => seq ?? []))]);
		return true;
	});

/** As many partitions as one transaction may hold in memory. */
async function somePartitions(db: LibraryDatabase): Promise<readonly number[]> {
	const keys = await db.pending.orderBy('partition').keys();
	const rows = groupBy(keys as readonly number[], (partition) => partition);
	const partitions: number[] = [];
	let count = 0;
	for (const [partition, { length }] of rows) {
		if (partitions.length > 0 && count + length > rowsAtOnce) break;
		partitions.push(partition);
		count += length;
	}
	return partitions;
}

/** One read instead of one for every few cards. */
async function readAllHomes(db: LibraryDatabase): Promise<HomeHints> {
	const hints = new HomeHints(Infinity);
	await db.homes.each(({ holders }) => {
		for (const [cardId, [home]] of holders) if (home) hints.note(cardId, [home[1], home[2]]);
	});
	return hints;
}
