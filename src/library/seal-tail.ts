import { Dexie } from 'dexie';
import type { CardId } from '#deck/ids.ts';
import type { DeviceId, LogEvent } from '#review-log/log-event.ts';
import { mergeEvents } from '#review-log/merge-events.ts';
import { logTables } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import { eventsToText, textToEvents } from './event-text.ts';
import { groupBy } from './group-by.ts';
import type { LibraryDatabase } from './library-database.ts';
import { readLogCounts, writeLogCounts } from './log-counts.ts';
import { newSegment, segmentSize } from './segment-log.ts';

/** Cards whose rows are written in one transaction: an answer that comes meanwhile waits for no more than that. */
const cardsAtOnce = 50;

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
	const byCard = [...groupBy(events, ({ cardId }) => cardId)];
	for (let from = 0; from < byCard.length; from += cardsAtOnce) {
		const some = byCard.slice(from, from + cardsAtOnce);
		await connection.run((db) => copyToCards(db, some));
	}
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

const copyToCards = (
	db: LibraryDatabase,
	byCard: readonly (readonly [CardId | '', readonly LogEvent[]])[]
): PromiseLike<void> =>
	db.transaction('rw', db.tail, db.recent, async () => {
		const keys = byCard.flatMap(([, events]) => events.map(({ deviceId, id }) => [deviceId, id] as const));
		// Erased or sealed meanwhile.
		if ((await db.tail.bulkGet(keys)).includes(undefined)) return;
		const rows = await db.recent.bulkGet(byCard.map(([cardId]) => cardId));
		await db.recent.bulkPut(
			byCard.map(([cardId, events], index) => ({
				cardId,
				events: eventsToText(mergeEvents(textToEvents(rows[index]?.events ?? '[]'), events))
			}))
		);
	});

async function areStill(range: ReturnType<typeof ofDevice>, events: readonly LogEvent[]): Promise<boolean> {
	const keys = await range.primaryKeys();
	return keys.length === events.length && keys.every(([, id], index) => id === events[index]?.id);
}
