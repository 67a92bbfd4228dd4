import type { Table } from 'dexie';
import type { DeviceId, LogEvent } from '#review-log/log-event.ts';
import { groupBy } from './group-by.ts';
import type { HeadRow, LibraryDatabase } from './library-database.ts';
import { RowCache } from './row-cache.ts';
import type { SegmentedEvents } from './segment-log.ts';

/** Tables of the log itself. */
export const logTables = (db: LibraryDatabase): Table[] => [
	db.tail,
	db.heads,
	db.segments,
	db.segmentBodies,
	db.segmentIds
];

/**
 * The one place where events enter the log, inside a transaction of the caller. Rows are added, never put: an event that
 * is there already is an error, and ends the transaction.
 */
export async function appendToLog(db: LibraryDatabase, { segments, rest }: SegmentedEvents): Promise<void> {
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
		advanceHeads(db, { segments, rest })
	]);
}

async function addAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[]): Promise<void> {
	if (rows.length > 0) await table.bulkAdd(rows);
}

async function advanceHeads(db: LibraryDatabase, { segments, rest }: SegmentedEvents): Promise<void> {
	const heads = new RowCache(db.heads);
	const tails = groupBy(rest, ({ deviceId }) => deviceId);
	await heads.load([...tails.keys(), ...segments.map(({ row }) => row.deviceId)]);
	const advance = (deviceId: DeviceId, count: number, tailCount: number, lastId: string) => {
		heads.set(deviceId, advanced(heads.get(deviceId), { deviceId, count, tailCount, lastId }));
	};
	for (const [deviceId, events] of tails) advance(deviceId, events.length, events.length, lastIdOf(events));
	for (const { row } of segments) advance(row.deviceId, row.count, 0, row.maxId);
	await heads.flush();
}

const advanced = (head: HeadRow | undefined, by: HeadRow): HeadRow => ({
	deviceId: by.deviceId,
	count: (head?.count ?? 0) + by.count,
	tailCount: (head?.tailCount ?? 0) + by.tailCount,
	lastId: head && head.lastId > by.lastId ? head.lastId : by.lastId
});

const lastIdOf = (events: readonly LogEvent[]) =>
	events.reduce((last, { id }) => (id > last ? id : last), '');
