import type { CardId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { StudyDay } from '#time/study-day.ts';
import { logTables } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import { textToEvents } from './event-text.ts';
import type { LibraryDatabase } from './library-database.ts';
import { ProjectionRows } from './projection-rows.ts';
import { projectionTables } from './record-events.ts';

export const readEventsOfCards = (
	db: LibraryDatabase,
	cardIds: readonly (CardId | '')[]
): PromiseLike<readonly (readonly LogEvent[])[]> =>
	db.transaction('r', projectionTables(db), async () => {
		const rows = new ProjectionRows(db);
		await rows.loadCards(cardIds);
		return cardIds.map((id) => rows.events(id));
	});

/** Only the segments whose days overlap are read, and the tail, which is short. */
export async function readEventsOnDays(
	db: LibraryDatabase,
	from: StudyDay,
	to: StudyDay
): Promise<readonly LogEvent[]> {
	const [tail, bodies] = await db.transaction('r', logTables(db), async () => {
		const late = await db.segments.where('maxDay').aboveOrEqual(from).toArray();
		const ids = late.filter(({ minDay }) => minDay <= to).map(({ id }) => id);
		return Promise.all([
			db.tail.filter(({ day }) => day >= from && day <= to).toArray(),
			db.segmentBodies.bulkGet(ids)
		]);
	});
	const sealed = bodies.flatMap((body) => textToEvents(body?.events ?? '[]'));
	return inLogOrder([...tail, ...sealed.filter(({ day }) => day >= from && day <= to)]);
}

/**
 * The tail and the list of segments are read at one moment, and a segment never changes: so each event comes once, even
 * where some are sealed meanwhile. Oldest segments first.
 */
export async function* readLog(connection: Connection): AsyncGenerator<readonly LogEvent[]> {
	const [tail, segments] = await connection.run((db) =>
		db.transaction('r', db.tail, db.segments, () => Promise.all([db.tail.toArray(), db.segments.toArray()]))
	);
	if (tail.length > 0) yield tail;
	for (const { id } of segments.sort((a, b) => a.minDay - b.minDay)) {
		const body = await connection.run((db) => db.segmentBodies.get(id));
		if (body) yield textToEvents(body.events);
	}
}
