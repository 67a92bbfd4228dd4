import type { CardId } from '#deck/ids.ts';
import { hashText } from '#review-log/hash-text.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Connection } from './connection.ts';
import { eventsToText, textToEvents } from './event-text.ts';
import { groupBy } from './group-by.ts';
import { HomeHints } from './home-hints.ts';
import { bucketOf } from './homes.ts';
import type { LibraryDatabase, PendingRow } from './library-database.ts';
import { readLogCounts, writeLogCounts } from './log-counts.ts';
import { projectEvents } from './project-events.ts';
import { ProjectionRows } from './projection-rows.ts';
import { projectionTables } from './record-events.ts';

/**
 * Bulk work adds events to the log first and computes what follows from them afterwards, sorted by page, so that each
 * page is read and written once. Until then they wait in `pending`; `LogCounts.isUnsettled` says so across a crash.
 */
const partitionCount = 64;
/** Rows of `pending` in one transaction; each holds a few hundred events at most. */
const rowsAtOnce = 64;

/** Rows of `pending` for events that were added to the log. */
export function pendingRows(events: readonly LogEvent[], hints: HomeHints): readonly PendingRow[] {
	const byCard = groupBy(events, ({ cardId }) => cardId);
	const partitions = groupBy(byCard, ([cardId]) => partitionOf(cardId, hints));
	return Array.from(partitions, ([partition, cards]) => ({
		partition,
		cardIds: cards.map(([cardId]) => cardId),
		texts: cards.map(([, ofCard]) => eventsToText(ofCard))
	}));
}

/** A hint that is wrong costs time, nothing else. */
function partitionOf(cardId: CardId | '', hints: HomeHints): number {
	const page = cardId === '' ? undefined : hints.of(cardId);
	return (page ? hashText(page.join()).low : cardId === '' ? 0 : bucketOf(cardId)) % partitionCount;
}

/** Where all cards are: one read, instead of one for every few cards. */
export async function readAllHomes(db: LibraryDatabase): Promise<HomeHints> {
	const hints = new HomeHints(Infinity);
	await db.homes.each(({ holders }) => {
		for (const [cardId, [home]] of holders) if (home) hints.note(cardId, [home[1], home[2]]);
	});
	return hints;
}

/** Computes what follows from the pending events, in several transactions: broken off, it goes on where it was. */
export async function settlePending(connection: Connection, scheduler: Scheduler): Promise<void> {
	const hints = await connection.run(readAllHomes);
	while (await connection.run((db) => settleSome(db, scheduler, hints)));
}

/** @returns whether there may be more */
const settleSome = (db: LibraryDatabase, scheduler: Scheduler, hints: HomeHints): PromiseLike<boolean> =>
	db.transaction('rw', [...projectionTables(db), db.pending, db.meta], async () => {
		const partitions = await somePartitions(db);
		if (partitions.length === 0) {
			await writeLogCounts(db, { ...(await readLogCounts(db)), isUnsettled: false });
			return false;
		}
		const waiting = await db.pending.where('partition').anyOf(partitions).toArray();
		const rows = new ProjectionRows(db, hints);
		const texts = waiting.flatMap(textsByCard);
		await projectEvents(
			rows,
			texts.flatMap(([, text]) => textToEvents(text)),
			scheduler
		);
		for (const [cardId, text] of texts) rows.appendToHistory(cardId, text);
		await Promise.all([rows.flush(), db.pending.bulkDelete(waiting.flatMap(({ seq }) => seq ?? []))]);
		return true;
	});

const textsByCard = ({ cardIds, texts }: PendingRow) =>
	cardIds.map((cardId, index) => [cardId, texts[index] ?? '[]'] as const);

/** As many partitions as one transaction may hold in memory. */
async function somePartitions(db: LibraryDatabase): Promise<readonly number[]> {
	const keys = await db.pending.orderBy('partition').keys();
	const rows = groupBy(keys as readonly number[], (partition) => partition);
	const partitions: number[] = [];
	let count = 0;
	for (const [partition, { length }] of rows) {
		if (partitions.length > 0 && count + length > rowsAtOnce) break;
		partitions.push(partition);
		count += length;
	}
	return partitions;
}
