import { compareEvents } from '#review-log/compare-events.ts';
import type { DeviceId } from '#review-log/log-event.ts';
import { logTables } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import type { LibraryDatabase } from './library-database.ts';
import { newSegment, segmentSize } from './segment-log.ts';

/** Seals what there is enough of. */
export async function sealTails(connection: Connection): Promise<void> {
	const heads = await connection.run((db) => db.heads.toArray());
	for (const { deviceId, tailCount } of heads)
		for (let left = tailCount; left >= segmentSize.most; left -= segmentSize.most)
			await connection.run((db) => sealTail(db, deviceId));
}

/** Turns a device's oldest rows of the tail into a segment: the same events, in another place of the log. */
async function sealTail(db: LibraryDatabase, deviceId: DeviceId): Promise<void> {
	const rows = await db.tail.where('deviceId').equals(deviceId).toArray();
	const events = rows.sort(compareEvents).slice(0, segmentSize.most);
	if (events.length < segmentSize.most) return;
	const ids = events.map(({ id }) => id);
	const { row, body, ids: idsRow } = await newSegment(events);
	await db.transaction('rw', logTables(db), async () => {
		const [present, head] = await Promise.all([db.tail.bulkGet(ids), db.heads.get(deviceId)]);
		// Another tab sealed them meanwhile.
		if (!head || present.includes(undefined)) return;
		await Promise.all([
			db.segments.add(row),
			db.segmentBodies.add(body),
			db.segmentIds.add(idsRow),
			db.tail.bulkDelete(ids),
			db.heads.put({ ...head, tailCount: head.tailCount - ids.length })
		]);
	});
}
