import type { EventId, LogEvent } from '#review-log/log-event.ts';
import { appendToLog, logTables } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import type { HomeHints } from './home-hints.ts';
import type { LibraryDatabase, UnsettledRow } from './library-database.ts';
import { LibraryError, type BulkReport, type EventBatches } from './library.ts';
import { countEvents, readLogCounts } from './log-counts.ts';
import { readAllHomes, unsettledRows } from './settle.ts';
import { distinctEvents, prepareEvents, type PreparedEvents } from './record-events.ts';

/** Events written in one transaction: enough to make full segments, few enough to hold. */
const eventsAtOnce = 20_000;

/** Adds events to the log; what follows from them is left to `settle`. */
export async function appendAll(connection: Connection, batches: EventBatches): Promise<BulkReport> {
	const hints = await connection.run(readAllHomes);
	let recorded = 0;
	let known = 0;
	for await (const events of inPieces(batches)) {
		const attempted = new Set<EventId>();
		await connection.run((db) => appendPiece(db, distinctEvents(events), hints, attempted));
		recorded += attempted.size;
		known += events.length - attempted.size;
	}
	return { recorded, known };
}

/** @param attempted as in `Recording` */
async function appendPiece(
	db: LibraryDatabase,
	events: readonly LogEvent[],
	hints: HomeHints,
	attempted: Set<EventId>
): Promise<void> {
	for (let attempt = 0; attempt < 10; attempt++) {
		const prepared = await prepareEvents(db, events);
		const { fresh } = prepared;
		if (fresh.length === 0) return;
		for (const { id } of fresh) attempted.add(id);
		if (await writePiece(db, prepared, unsettledRows(fresh, hints, prepared.logSize))) return;
	}
	throw new LibraryError('failed', 'The log is being written by other tabs without a pause.');
}

/** @returns false where the log has grown since the piece was prepared */
const writePiece = (
	db: LibraryDatabase,
	{ segmented, logSize }: PreparedEvents,
	unsettled: readonly UnsettledRow[]
): PromiseLike<boolean> =>
	db.transaction('rw', [...logTables(db), db.unsettled], async () => {
		const counts = await readLogCounts(db);
		if (countEvents(counts) !== logSize) return false;
		await Promise.all([
			appendToLog(db, { ...counts, isUnsettled: true }, segmented),
			db.unsettled.bulkAdd(unsettled)
		]);
		return true;
	});

/** The batches as pieces of about equal size, whatever sizes they come in. */
async function* inPieces(batches: EventBatches): AsyncGenerator<readonly LogEvent[]> {
	let piece: LogEvent[] = [];
	for await (const batch of batches) {
		for (const event of batch) {
			piece.push(event);
			if (piece.length < eventsAtOnce) continue;
			yield piece;
			piece = [];
		}
	}
	if (piece.length > 0) yield piece;
}
