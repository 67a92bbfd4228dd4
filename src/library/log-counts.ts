import type { DeviceId, EventId, LogEvent } from '#review-log/log-event.ts';
import { groupBy } from './group-by.ts';
import type { KeyedRow, LibraryDatabase } from './library-database.ts';
import type { Segment } from './segment-log.ts';

/**
 * What was written to the log, kept apart from the log itself: one cut off is shorter than its heads say. One small row
 * (`meta`, key `log`), since every answer reads and writes it.
 */
export interface LogCounts {
	readonly heads: ReadonlyMap<DeviceId, Head>;
	/** Events wait in `pending` for what follows from them to be computed. */
	readonly isUnsettled: boolean;
}

/** Of the events of one device. */
export interface Head {
	readonly count: number;
	/** How many of them stand in the tail. */
	readonly tailCount: number;
	/** The greatest. */
	readonly lastId: EventId;
}

export async function readLogCounts(db: LibraryDatabase): Promise<LogCounts> {
	return logCountsIn(await db.meta.get('log'));
}

/** @param row of `meta`, key `log` */
export const logCountsIn = (row: unknown): LogCounts =>
	(row as { readonly value: LogCounts } | undefined)?.value ?? { heads: new Map(), isUnsettled: false };

export const writeLogCounts = (db: LibraryDatabase, value: LogCounts): PromiseLike<unknown> =>
	db.meta.put(logCountsRow(value));

export const logCountsRow = (value: LogCounts): KeyedRow => ({ key: 'log', value });

export const countEvents = ({ heads }: LogCounts): number =>
	Array.from(heads.values()).reduce((sum, { count }) => sum + count, 0);

/** The counts after more events. */
export function withEvents(
	counts: LogCounts,
	tail: readonly LogEvent[],
	segments: readonly Segment[]
): LogCounts {
	const heads = new Map(counts.heads);
	const advance = (deviceId: DeviceId, by: Head) => heads.set(deviceId, advanced(heads.get(deviceId), by));
	for (const [deviceId, events] of groupBy(tail, (event) => event.deviceId)) {
		const lastId = events.reduce((last, { id }) => (id > last ? id : last), '');
		advance(deviceId, { count: events.length, tailCount: events.length, lastId });
	}
	for (const { row } of segments)
		advance(row.deviceId, { count: row.count, tailCount: 0, lastId: row.maxId });
	return { ...counts, heads };
}

const advanced = (head: Head | undefined, by: Head): Head => ({
	count: (head?.count ?? 0) + by.count,
	tailCount: (head?.tailCount ?? 0) + by.tailCount,
	lastId: head && head.lastId > by.lastId ? head.lastId : by.lastId
});
