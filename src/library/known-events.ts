import type { EventId } from '#review-log/log-event.ts';
import type { LibraryDatabase, SegmentRow } from './library-database.ts';

/** How many lists of a segment's ids are held at a time. */
const listsAtOnce = 64;

/**
 * Which of these ids the log holds, inside a transaction that reads the log. Ids begin with their time, so only the
 * segments of those times are looked at.
 */
export async function knownEvents(
	db: LibraryDatabase,
	ids: ReadonlySet<EventId>
): Promise<ReadonlySet<EventId>> {
	const tailKeys = await db.tail.toCollection().primaryKeys();
	const known = new Set(tailKeys.map(([, id]) => id).filter((id) => ids.has(id)));
	const sorted = [...ids].sort();
	const segments = await db.segments.toArray();
	const suspects = segments.filter((segment) => hasIdWithin(sorted, segment)).map(({ id }) => id);
	for (let from = 0; from < suspects.length; from += listsAtOnce) {
		const lists = await db.segmentIds.bulkGet(suspects.slice(from, from + listsAtOnce));
		for (const list of lists)
			for (const id of JSON.parse(list?.ids ?? '[]') as readonly EventId[]) if (ids.has(id)) known.add(id);
	}
	return known;
}

/** Whether one of the sorted ids lies in the segment's range. */
function hasIdWithin(sorted: readonly EventId[], { minId, maxId }: SegmentRow): boolean {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? '') < minId) low = middle + 1;
		else high = middle;
	}
	const first = sorted[low];
	return first !== undefined && first <= maxId;
}
