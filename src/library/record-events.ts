import type { Table } from 'dexie';
import type { CardId } from '#deck/ids.ts';
import type { EventId, LogEvent } from '#review-log/log-event.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import { appendToLog, logTables } from './append-to-log.ts';
import { groupBy } from './group-by.ts';
import { knownEvents } from './known-events.ts';
import type { LibraryDatabase } from './library-database.ts';
import { LibraryError, type RecordReport } from './library.ts';
import { projectEvents } from './project-events.ts';
import { ProjectionRows } from './projection-rows.ts';
import { segmentLog, segmentSize, type SegmentedEvents } from './segment-log.ts';

/** Tables of what is computed from log and decks. */
export const projectionTables = (db: LibraryDatabase): Table[] => [
	db.homes,
	db.states,
	db.histories,
	db.recent,
	db.days,
	db.decks
];

/**
 * Log and projection in one transaction.
 * @param added ids that an attempt before this one may have written already: they are reported as recorded, not as known
 */
export async function recordEvents(
	db: LibraryDatabase,
	scheduler: Scheduler,
	events: readonly LogEvent[],
	added: Set<EventId>
): Promise<RecordReport> {
	const distinct = [...new Map(events.toReversed().map((event) => [event.id, event])).values()].reverse();
	const report =
		distinct.length < segmentSize.least
			? await recordFew(db, scheduler, distinct, added)
			: await recordMany(db, scheduler, distinct, added);
	return { ...report, known: events.length - report.recorded.length };
}

type Recorded = Omit<RecordReport, 'known'>;

/** Each event becomes a row of the tail; which are known is told by the cards' own events. Its cost knows no size of the log. */
const recordFew = (
	db: LibraryDatabase,
	scheduler: Scheduler,
	events: readonly LogEvent[],
	added: Set<EventId>
): Promise<Recorded> =>
	db.transaction('rw', [...logTables(db), ...projectionTables(db), db.meta], async () => {
		const rows = new ProjectionRows(db);
		const byCard = groupBy(events, ({ cardId }) => cardId);
		const [unsettled] = await Promise.all([db.meta.get('unsettled'), rows.loadCards(byCard.keys())]);
		const unsettledIds = unsettled ? await knownEvents(db, new Set(events.map(({ id }) => id))) : new Set();
		const isNew = ({ id, cardId }: LogEvent) =>
			!unsettledIds.has(id) && !rows.events(cardId).some((event) => event.id === id);
		const fresh = events.filter(isNew);
		await appendToLog(db, { segments: [], rest: fresh });
		return project(db, rows, scheduler, { events, fresh, added });
	});

/** Segments are made before the transaction, since hashing would end it; it begins anew when the log grew meanwhile. */
async function recordMany(
	db: LibraryDatabase,
	scheduler: Scheduler,
	events: readonly LogEvent[],
	added: Set<EventId>
): Promise<Recorded> {
	for (let attempt = 0; attempt < 10; attempt++) {
		const { fresh, segmented, logSize } = await prepareEvents(db, events);
		const recorded = await db.transaction('rw', [...logTables(db), ...projectionTables(db)], async () => {
			if ((await countEvents(db)) !== logSize) return undefined;
			await appendToLog(db, segmented);
			return project(db, new ProjectionRows(db), scheduler, { events, fresh, added });
		});
		if (recorded) return recorded;
	}
	throw new LibraryError('failed', 'The log is being written by other tabs without a pause.');
}

export interface PreparedEvents {
	readonly fresh: readonly LogEvent[];
	readonly segmented: SegmentedEvents;
	/** Events in the log at that time: when it has grown, what is fresh must be looked up again. */
	readonly logSize: number;
}

/** Which events are new, and the segments to be made of them. */
export async function prepareEvents(
	db: LibraryDatabase,
	events: readonly LogEvent[]
): Promise<PreparedEvents> {
	const ids = new Set(events.map(({ id }) => id));
	const [known, logSize] = await db.transaction(
		'r',
		logTables(db),
		async () => [await knownEvents(db, ids), await countEvents(db)] as const
	);
	const fresh = events.filter(({ id }) => !known.has(id));
	return { fresh, segmented: await segmentLog(fresh), logSize };
}

/** By the heads, of which there is one a device. */
export async function countEvents(db: LibraryDatabase): Promise<number> {
	const heads = await db.heads.toArray();
	return heads.reduce((sum, { count }) => sum + count, 0);
}

interface Projecting {
	readonly events: readonly LogEvent[];
	readonly fresh: readonly LogEvent[];
	readonly added: Set<EventId>;
}

async function project(
	db: LibraryDatabase,
	rows: ProjectionRows,
	scheduler: Scheduler,
	{ events, fresh, added }: Projecting
): Promise<Recorded> {
	const concerned = new Map<CardId | '', readonly LogEvent[]>(events.map(({ cardId }) => [cardId, []]));
	const byCard = new Map([...concerned, ...groupBy(fresh, ({ cardId }) => cardId)]);
	const records = await projectEvents(rows, byCard, scheduler, 'recent');
	await rows.flush();
	for (const { id } of fresh) added.add(id);
	return { recorded: events.map(({ id }) => id).filter((id) => added.has(id)), records };
}
