import { Dexie } from 'dexie';
import type { DeviceId, LogEvent } from '#review-log/log-event.ts';
import { mergeEvents } from '#review-log/merge-events.ts';
import { logTables } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import { eventsToText } from './event-text.ts';
import { groupBy } from './group-by.ts';
import type { LibraryDatabase } from './library-database.ts';
import { readLogCounts, writeLogCounts } from './log-counts.ts';
import { ProjectionRows } from './projection-rows.ts';
import { projectionTables } from './record-events.ts';
import { newSegment } from './segment-log.ts';
import { segmentSize } from './segment-size.ts';

/** Pages that are written in one transaction: an answer that comes meanwhile waits for no more than that. */
const pagesAtOnce = 30;

/**
 * Seals what there is enough of: the oldest rows of a device's tail become a segment. The log holds the same events, in
 * another place. First the events are copied to where their cards find them without the tail (so at no moment does a
 * card miss one), then one transaction makes the segment and takes the rows away.
 */
export async function sealTails(connection: Connection): Promise<void> {
	const { heads } = await connection.run(readLogCounts);
	for (const [deviceId, { tailCount }] of heads)
		for (let left = tailCount; left >= segmentSize.most; left -= segmentSize.most)
			await sealOldest(connection, deviceId);
}

async function sealOldest(connection: Connection, deviceId: DeviceId): Promise<void> {
	const events = await connection.run((db) => ofDevice(db, deviceId).limit(segmentSize.most).toArray());
	if (events.length < segmentSize.most) return;
	const pieces = await inPieces(connection, events);
	for (const piece of pieces) await connection.run((db) => copyToHistories(db, piece));
	const segment = await newSegment(mergeEvents(events));
	await connection.run((db) =>
		db.transaction('rw', logTables(db), async () => {
			const counts = await readLogCounts(db);
			const head = counts.heads.get(deviceId);
			const range = ofDevice(db, deviceId, events.at(-1)?.id);
			// Another tab sealed some of them, or added one among them: next time.
			if (!head || !(await areStill(range, events))) return;
			const left = { ...head, tailCount: head.tailCount - events.length };
			await Promise.all([
				db.segments.add(segment.row),
				db.segmentBodies.add(segment.body),
				db.segmentIds.add(segment.ids),
				range.delete(),
				writeLogCounts(db, { ...counts, heads: new Map(counts.heads).set(deviceId, left) })
			]);
		})
	);
}

/** A device's rows of the tail, up to an id. */
const ofDevice = (db: LibraryDatabase, deviceId: DeviceId, upTo: unknown = Dexie.maxKey) =>
	db.tail.where('[deviceId+id]').between([deviceId, Dexie.minKey], [deviceId, upTo], true, true);

/** The events in pieces that each touch few pages. */
async function inPieces(
	connection: Connection,
	events: readonly LogEvent[]
): Promise<readonly (readonly LogEvent[])[]> {
	const rows = await connection.run(async (db) => {
		const loading = new ProjectionRows(db);
		await loading.loadHomes(events.map(({ cardId }) => cardId));
		return loading;
	});
	const byPage = [...groupBy(events, ({ cardId }) => rows.home(cardId).join('\n')).values()];
	return Array.from({ length: Math.ceil(byPage.length / pagesAtOnce) }, (_, piece) =>
		byPage.slice(piece * pagesAtOnce, (piece + 1) * pagesAtOnce).flat()
	);
}

const copyToHistories = (db: LibraryDatabase, events: readonly LogEvent[]): PromiseLike<void> =>
	db.transaction('rw', projectionTables(db), async () => {
		const present = await db.tail.bulkGet(events.map(({ deviceId, id }) => [deviceId, id] as const));
		// Erased or sealed meanwhile.
		if (present.includes(undefined)) return;
		const rows = new ProjectionRows(db);
		const byCard = groupBy(events, ({ cardId }) => cardId);
		await rows.loadCards(byCard.keys());
		for (const [id, ofCard] of byCard) {
			const known = rows.idsInHistory(id);
			rows.appendToHistory(id, eventsToText(ofCard.filter((event) => !known.has(event.id))));
		}
		await rows.flush();
	});

async function areStill(range: ReturnType<typeof ofDevice>, events: readonly LogEvent[]): Promise<boolean> {
	const keys = await range.primaryKeys();
	return keys.length === events.length && keys.every(([, id], index) => id === events[index]?.id);
}
