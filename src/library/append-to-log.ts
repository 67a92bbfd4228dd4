import type { Table } from 'dexie';
import type { LogEvent } from '#review-log/log-event.ts';
import type { LibraryDatabase } from './library-database.ts';
import { logCountsRow, withEvents, writeLogCounts, type LogCounts } from './log-counts.ts';
import type { SegmentedEvents } from './segment-log.ts';
import type { TableChanges } from './write-at-once.ts';

/** Tables of the log itself. */
export const logTables = (db: LibraryDatabase): Table[] => [
	db.tail,
	db.segments,
	db.segmentBodies,
	db.segmentIds,
	db.meta
];

/**
 * Where events enter the log, inside a transaction of the caller. Rows are added, never put: an event that
 * is there already is an error, and ends the transaction.
 * @param counts as that transaction reads them
 */
export async function appendToLog(
	db: LibraryDatabase,
	counts: LogCounts,
	{ segments, rest }: SegmentedEvents
): Promise<void> {
	if (segments.length === 0 && rest.length === 0) return;
	await Promise.all([
		addAll(db.tail, rest),
		addAll(
			db.segments,
			segments.map(({ row }) => row)
		),
		addAll(
			db.segmentBodies,
			segments.map(({ body }) => body)
		),
		addAll(
			db.segmentIds,
			segments.map(({ ids }) => ids)
		),
		writeLogCounts(db, withEvents(counts, rest, segments))
	]);
}

/** The same for a few events, as rows that the caller writes together with what else it has to write. */
export const tailChanges = (counts: LogCounts, events: readonly LogEvent[]): readonly TableChanges[] =>
	events.length === 0
		? []
		: [
				{ table: 'tail', add: events },
				{ table: 'meta', put: [logCountsRow(withEvents(counts, events, []))] }
			];

async function addAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[]): Promise<void> {
	if (rows.length > 0) await table.bulkAdd(rows);
}
