import type { CardId } from '#deck/ids.ts';
import { hashText } from '#review-log/hash-text.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Connection } from './connection.ts';
import { eventsToText, textToEvents } from './event-text.ts';
import { groupBy } from './group-by.ts';
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

/** Computes what follows from the pending events, a partition a transaction: broken off, it goes on where it was. */
export async function settlePending(connection: Connection, scheduler: Scheduler): Promise<void> {
	const partitions = await connection.run((db) => db.pending.orderBy('partition').uniqueKeys());
	for (const partition of partitions)
		await connection.run((db) => settlePartition(db, scheduler, partition as number));
	const isDone = await connection.run((db) =>
		db.transaction('rw', db.pending, db.meta, async () => {
			if ((await db.pending.limit(1).primaryKeys()).length > 0) return false;
			await writeLogCounts(db, { ...(await readLogCounts(db)), isUnsettled: false });
			return true;
		})
	);
	// Another tab added more meanwhile.
	if (!isDone) await settlePending(connection, scheduler);
}

const settlePartition = (db: LibraryDatabase, scheduler: Scheduler, partition: number): PromiseLike<void> =>
	db.transaction('rw', [...projectionTables(db), db.pending], async () => {
		const waiting = await db.pending.where('partition').equals(partition).toArray();
		const events = waiting.flatMap((row) => textToEvents(row.events));
		const rows = new ProjectionRows(db);
		await projectEvents(rows, events, scheduler, 'histories');
		await rows.flush();
		await db.pending.bulkDelete(waiting.flatMap(({ seq }) => seq ?? []));
	});
