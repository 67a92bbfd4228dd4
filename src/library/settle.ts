import type { Table } from 'dexie';
import type { CardId } from '#deck/ids.ts';
import { hashText } from '#review-log/hash-text.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Connection } from './connection.ts';
import { eventsToText, joinTexts, textToEvents } from './event-text.ts';
import { groupBy } from './group-by.ts';
import { HomeHints } from './home-hints.ts';
import { bucketOf, fromStoredHomes } from './homes.ts';
import type { LibraryDatabase, UnsettledKey, UnsettledRow } from './library-database.ts';
import { readLogCounts, writeLogCounts } from './log-counts.ts';
import { projectEvents } from './project-events.ts';
import { ProjectionRows } from './projection-rows.ts';
import { shelveAll } from './due-shelves.ts';
import { projectionTables } from './record-events.ts';
import type { StoredStates } from './states-page.ts';

/**
 * Bulk work adds events to the log first and computes what follows from them afterwards, sorted by page, so that each
 * page is read and written once. Until then they are listed as unsettled; `LogCounts.isUnsettled` says so across a crash.
 * What is listed is computed here, in several transactions: broken off, it goes on where it was.
 */
export async function settle(connection: Connection, scheduler: Scheduler): Promise<void> {
	const hints = await connection.run(readAllHomes);
	while (await connection.run((db) => settleSome(db, scheduler, hints)));
}

const partitionCount = 64;
/** Rows of `unsettled` in one transaction; each holds a few hundred events at most. */
const rowsAtOnce = 64;

/**
 * Rows of `unsettled` for events that were added to the log.
 * @param piece no other rows have this number
 */
export function unsettledRows(
	events: readonly LogEvent[],
	hints: HomeHints,
	piece: number
): readonly UnsettledRow[] {
	const byCard = groupBy(events, ({ cardId }) => cardId);
	const partitions = groupBy(byCard, ([cardId]) => partitionOf(cardId, hints));
	return Array.from(partitions, ([partition, cards]) => ({
		partition,
		piece,
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
	for (const row of await db.homes.toArray())
		for (const [cardId, [home]] of fromStoredHomes(row).holders)
			if (home) hints.note(cardId, [home[1], home[2]]);
	return hints;
}

/** @returns whether there may be more */
const settleSome = (db: LibraryDatabase, scheduler: Scheduler, hints: HomeHints): PromiseLike<boolean> =>
	db.transaction('rw', [...projectionTables(db), db.unsettled, db.meta], async () => {
		const keys = await somePartitions(db);
		if (keys.length === 0) {
			await shelveAll(db.states as Table<StoredStates>, db.due);
			await writeLogCounts(db, { ...(await readLogCounts(db)), isUnsettled: false });
			return false;
		}
		const waiting = await db.unsettled.bulkGet([...keys]);
		const texts = waiting.flatMap((row) => (row ? textsByCard(row) : []));
		const rows = new ProjectionRows(db, hints, false);
		await projectEvents(
			rows,
			texts.flatMap(([, text]) => textToEvents(text)),
			scheduler
		);
		for (const [cardId, ofCard] of groupBy(texts, ([id]) => id))
			rows.appendToHistory(cardId, joinTexts(ofCard.map(([, text]) => text)));
		await Promise.all([rows.flush(), db.unsettled.bulkDelete([...keys])]);
		return true;
	});

const textsByCard = ({ cardIds, texts }: UnsettledRow) =>
	cardIds.map((cardId, index) => [cardId, texts[index] ?? '[]'] as const);

/** Keys of whole partitions, as many as one transaction may hold in memory. */
async function somePartitions(db: LibraryDatabase): Promise<readonly UnsettledKey[]> {
	const keys = await db.unsettled
		.toCollection()
		.limit(rowsAtOnce + 1)
		.primaryKeys();
	// The last partition may not be whole: it waits, or is read whole where it is alone.
	const last = keys.at(-1)?.[0];
	if (last === undefined || keys.length <= rowsAtOnce) return keys;
	const whole = keys.filter(([partition]) => partition !== last);
	if (whole.length > 0) return whole;
	return db.unsettled
		.where('[partition+piece]')
		.between([last], [last + 1])
		.primaryKeys();
}
