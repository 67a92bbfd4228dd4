import type { Table } from 'dexie';
import type { EventId, LogEvent } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import { appendToLog, logTables, tailChanges } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import { eventsToText } from './event-text.ts';
import { groupBy } from './group-by.ts';
import type { HomeHints } from './home-hints.ts';
import { knownEvents } from './known-events.ts';
import type { LibraryDatabase } from './library-database.ts';
import { LibraryError, type RecordReport } from './library.ts';
import { countEvents, readLogCounts } from './log-counts.ts';
import { projectEvents, projectLast } from './project-events.ts';
import { recordQuickly } from './record-quickly.ts';
import { ProjectionRows } from './projection-rows.ts';
import { segmentLog, type SegmentedEvents } from './segment-log.ts';
import { segmentSize } from './segment-size.ts';

/** Tables of what is computed from log and decks; the tail is read with them. */
export const projectionTables = (db: LibraryDatabase): Table[] => [
	db.homes,
	db.states,
	db.due,
	db.histories,
	db.days,
	db.decks,
	db.tail
];

interface Projected {
	/** Events that the log did not hold. */
	readonly fresh: readonly LogEvent[];
	readonly records: readonly CardRecord[];
}

/** What a recording is done with. */
export interface Recording {
	readonly scheduler: Scheduler;
	readonly hints: HomeHints;
	/** Ids that an attempt of unknown outcome may have written: they are reported as recorded, not as known. */
	readonly attempted: Set<EventId>;
}

/** Log and projection in one transaction. */
export async function recordEvents(
	connection: Connection,
	events: readonly LogEvent[],
	recording: Recording
): Promise<RecordReport> {
	const distinct = distinctEvents(events);
	const quick = await recordQuickly(connection, distinct, recording);
	if (quick) return { recorded: [...recording.attempted], known: 0, records: [quick] };
	const record = distinct.length < segmentSize.least ? recordFew : recordMany;
	const { records } = await connection.run((db) => record(db, distinct, recording));
	const { attempted } = recording;
	const recorded = distinct.map(({ id }) => id).filter((id) => attempted.has(id));
	return { recorded, known: events.length - recorded.length, records };
}

/** Each once, the first of equal ids. */
export const distinctEvents = (events: readonly LogEvent[]): readonly LogEvent[] =>
	events.length < 2
		? events
		: [...new Map(events.toReversed().map((event) => [event.id, event])).values()].reverse();

/** Each event becomes a row of the tail. Which are known is told by the cards' own events: no cost grows with the log. */
const recordFew = (
	db: LibraryDatabase,
	events: readonly LogEvent[],
	{ scheduler, hints, attempted }: Recording
): PromiseLike<Projected> =>
	db.transaction('rw', [...projectionTables(db), ...logTables(db)], async (transaction) => {
		const rows = new ProjectionRows(db, hints);
		const [counts] = await Promise.all([
			readLogCounts(db),
			rows.loadRecords(events.map(({ cardId }) => cardId)),
			rows.loadTouched(events)
		]);
		const unknown = counts.isUnsettled ? await withoutKnown(db, events) : events;
		const projected = await projectFew(rows, events, unknown, scheduler);
		const changes = await rows.takeChanges();
		for (const { id } of projected.fresh) attempted.add(id);
		db.finish(transaction, [...tailChanges(counts, projected.fresh), ...changes]);
		return projected;
	});

async function projectFew(
	rows: ProjectionRows,
	events: readonly LogEvent[],
	unknown: readonly LogEvent[],
	scheduler: Scheduler
): Promise<Projected> {
	const [event] = unknown;
	const record = event && events.length === 1 ? projectLast(rows, event, scheduler) : undefined;
	if (record) return { fresh: unknown, records: [record] };
	const cardIds = events.map(({ cardId }) => cardId);
	await rows.loadCards(cardIds);
	const fresh = unknown.filter(({ id, cardId }) => !rows.events(cardId).some((known) => known.id === id));
	return { fresh, records: await projectEvents(rows, fresh, scheduler, cardIds) };
}

/** While events wait to be computed, their cards do not know them yet. */
async function withoutKnown(db: LibraryDatabase, events: readonly LogEvent[]): Promise<readonly LogEvent[]> {
	const known = await knownEvents(db, new Set(events.map(({ id }) => id)));
	return events.filter(({ id }) => !known.has(id));
}

/** Segments are made before the transaction, since hashing would end it; it begins anew when the log grew meanwhile. */
async function recordMany(
	db: LibraryDatabase,
	events: readonly LogEvent[],
	{ scheduler, attempted }: Recording
): Promise<Projected> {
	for (let attempt = 0; attempt < 10; attempt++) {
		const { fresh, segmented, logSize } = await prepareEvents(db, events);
		const projected = await db.transaction('rw', [...projectionTables(db), ...logTables(db)], async () => {
			const counts = await readLogCounts(db);
			if (countEvents(counts) !== logSize) return undefined;
			const rows = new ProjectionRows(db);
			const cardIds = events.map(({ cardId }) => cardId);
			const records = await projectEvents(rows, fresh, scheduler, cardIds);
			for (const [id, ofCard] of groupBy(fresh, ({ cardId }) => cardId))
				rows.appendToHistory(id, eventsToText(ofCard));
			await Promise.all([appendToLog(db, counts, segmented), rows.flush()]);
			for (const { id } of fresh) attempted.add(id);
			return { fresh, records };
		});
		if (projected) return projected;
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
	const [known, logSize] = await db.transaction('r', logTables(db), async () =>
		Promise.all([knownEvents(db, ids), readLogCounts(db).then(countEvents)])
	);
	const fresh = events.filter(({ id }) => !known.has(id));
	return { fresh, segmented: await segmentLog(fresh), logSize };
}
