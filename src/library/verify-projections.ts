import type { CardId, DeckId } from '#deck/ids.ts';
import type { EventId, LogEvent } from '#review-log/log-event.ts';
import { addToMark, closeMark, openMark, type OpenMark } from '#review-log/mark.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import { logTables } from './append-to-log.ts';
import { canonicalJson } from './canonical-json.ts';
import { eventToText, textToEvents } from './event-text.ts';
import { fromStoredDays } from './day-blocks.ts';
import { Shelves, type StoredShelf } from './due-shelves.ts';
import type { DayCounts, LibraryDatabase, PageKey } from './library-database.ts';
import type { VerifyProblem } from './library.ts';
import { foldRecord, loadLineages } from './project-events.ts';
import { ProjectionRows } from './projection-rows.ts';
import { projectionTables } from './record-events.ts';
import { reviewTotals } from './review-totals.ts';
import { fromStored, reindexed, slotStanding, type StatesRow } from './states-page.ts';

/** Rows that are held at a time. */
const pagesAtOnce = 50;
const segmentsAtOnce = 20;

/**
 * Compares everything that is computed with the log, in one reading transaction (the log is taken as it is: digests are
 * checked elsewhere). Memory grows with the number of cards and ids, not with the events themselves.
 */
export const verifyProjections = (
	db: LibraryDatabase,
	scheduler: Scheduler
): PromiseLike<readonly VerifyProblem[]> =>
	db.transaction('r', [...logTables(db), ...projectionTables(db), db.notes], async () => {
		const { marks, repeated } = await markLog(db);
		const sums: Sums = { decks: new Map(), days: new Map(), shelves: new Shelves() };
		const stale: string[] = [];
		await checkCardless(db, marks, stale);
		for (let offset = 0; ; offset += pagesAtOnce) {
			const stored = await db.states.offset(offset).limit(pagesAtOnce).toArray();
			const pages = stored.map(fromStored);
			stale.push(...(await checkPages(db, scheduler, pages, marks, sums)));
			if (pages.length < pagesAtOnce) break;
		}
		stale.push(
			...marks.keys(),
			...(await checkCounters(db, sums)),
			...(await checkShelves(db, sums)),
			...(await checkPlaces(db))
		);
		return [...repeated.map(repeatedEvent), ...stale.map(staleProjection)];
	});

type Marks = Map<CardId | '', OpenMark>;

/** What cards should count for, added up. */
interface Sums {
	readonly decks: Map<DeckId, { readonly unseen: number; readonly suspended: number }>;
	readonly days: Map<number, DayCounts>;
	readonly shelves: Shelves;
}

/** Which events each card has, by digest: equal marks, equal events. */
async function markLog(
	db: LibraryDatabase
): Promise<{ readonly marks: Marks; readonly repeated: EventId[] }> {
	const marks: Marks = new Map();
	const met = new Set<EventId>();
	const repeated: EventId[] = [];
	const mark = (events: readonly LogEvent[]) => {
		for (const event of events) {
			if (met.has(event.id)) repeated.push(event.id);
			met.add(event.id);
			addEventTo(marks, event);
		}
	};
	mark(await db.tail.toArray());
	const ids = await db.segments.toCollection().primaryKeys();
	for (let from = 0; from < ids.length; from += segmentsAtOnce) {
		const bodies = await db.segmentBodies.bulkGet(ids.slice(from, from + segmentsAtOnce));
		for (const body of bodies) mark(textToEvents(body?.events ?? '[]'));
	}
	return { marks, repeated };
}

function addEventTo(marks: Marks, event: LogEvent): void {
	const mark = marks.get(event.cardId) ?? openMark();
	addToMark(mark, eventToText(event));
	marks.set(event.cardId, mark);
}

async function checkCardless(db: LibraryDatabase, marks: Marks, stale: string[]): Promise<void> {
	const rows = new ProjectionRows(db);
	await rows.loadCards(['']);
	if (!takeIfEqual(marks, '', rows.events(''))) stale.push('settings');
}

/** @returns what differs; the cards' marks are taken out, so that those left in the end have no record */
async function checkPages(
	db: LibraryDatabase,
	scheduler: Scheduler,
	pages: readonly StatesRow[],
	marks: Marks,
	sums: Sums
): Promise<readonly string[]> {
	const rows = new ProjectionRows(db);
	const cardIds = pages.flatMap(({ slots }) => slots.map(({ cardId }) => cardId));
	await rows.loadCards(cardIds);
	await loadLineages(rows, cardIds);
	const stale: string[] = [];
	for (const page of pages) {
		sums.shelves.add(page);
		if (canonicalJson(page) !== canonicalJson(reindexed(page))) stale.push(`${page.noteId}/${page.page}`);
		for (const slot of page.slots) {
			const isHere = isSamePage(rows.home(slot.cardId), page);
			if (isHere === Boolean(slot.isElsewhere)) stale.push(slot.cardId);
			if (!isHere) continue;
			const events = rows.events(slot.cardId);
			const isEqual = takeIfEqual(marks, slot.cardId, events);
			const record = foldRecord(rows, slot.cardId, scheduler);
			if (!isEqual || canonicalJson(record ?? null) !== canonicalJson(slot.record ?? null))
				stale.push(slot.cardId);
			addStanding(sums, page, slotStanding(page, slot));
			for (const [day, totals] of reviewTotals(events)) addToDay(sums, day, { ...totals, due: 0 });
		}
	}
	return stale;
}

const isSamePage = ([noteId, page]: PageKey, row: StatesRow) => noteId === row.noteId && page === row.page;

function takeIfEqual(marks: Marks, id: CardId | '', events: readonly LogEvent[]): boolean {
	const expected = marks.get(id) ?? openMark();
	marks.delete(id);
	const found: Marks = new Map();
	for (const event of events) addEventTo(found, { ...event, cardId: id });
	return canonicalJson(closeMark(expected)) === canonicalJson(closeMark(found.get(id) ?? openMark()));
}

function addStanding(sums: Sums, { deckId }: StatesRow, standing: ReturnType<typeof slotStanding>): void {
	if (deckId === '' || !standing) return;
	const { unseen, suspended } = sums.decks.get(deckId) ?? { unseen: 0, suspended: 0 };
	sums.decks.set(deckId, {
		unseen: unseen + Number(standing.isUnseen),
		suspended: suspended + Number(standing.isSuspended)
	});
	if (standing.dueDay !== undefined) addToDay(sums, standing.dueDay, { reviews: 0, tookMs: 0, due: 1 });
}

function addToDay({ days }: Sums, day: number, added: DayCounts): void {
	const sum = days.get(day) ?? { reviews: 0, tookMs: 0, due: 0 };
	days.set(day, {
		reviews: sum.reviews + added.reviews,
		tookMs: sum.tookMs + added.tookMs,
		due: sum.due + added.due
	});
}

async function checkCounters(db: LibraryDatabase, sums: Sums): Promise<readonly string[]> {
	const [decks, blocks] = await Promise.all([db.decks.toArray(), db.days.toArray()]);
	const staleDecks = decks.filter(({ id, unseenCount, suspendedCount }) => {
		const { unseen, suspended } = sums.decks.get(id) ?? { unseen: 0, suspended: 0 };
		return unseen !== unseenCount || suspended !== suspendedCount;
	});
	const kept = new Map(blocks.flatMap((block) => [...fromStoredDays(block).days]));
	const days = new Set([...kept.keys(), ...sums.days.keys()]);
	const staleDays = [...days].filter(
		(day) => canonicalJson(kept.get(day) ?? null) !== canonicalJson(sums.days.get(day) ?? null)
	);
	return [...staleDecks.map(({ id }) => id), ...staleDays.map((day) => `day ${day}`)];
}

async function checkShelves(db: LibraryDatabase, { shelves }: Sums): Promise<readonly string[]> {
	const expected = new Map(shelves.toStored().map((shelf) => [nameOf(shelf), shelf.cards]));
	const kept = new Map((await db.due.toArray()).map((shelf) => [nameOf(shelf), shelf.cards]));
	const names = new Set([...expected.keys(), ...kept.keys()]);
	return [...names].filter((name) => expected.get(name) !== kept.get(name));
}

const nameOf = ({ day, shelf }: StoredShelf) => `due ${day}/${shelf}`;

/** Every card of every note must have its place, in the note's order. */
async function checkPlaces(db: LibraryDatabase): Promise<readonly string[]> {
	const notes = await db.notes.toArray();
	const stale: string[] = [];
	for (const { id, cardIds, pageCount } of notes) {
		const pages = await db.states.bulkGet(
			Array.from({ length: pageCount }, (_, page): PageKey => [id, page])
		);
		const slots = pages.flatMap((page) => (page ? fromStored(page).slots : []));
		const placed = slots.map(({ cardId }) => cardId);
		if (placed.join() !== cardIds.join()) stale.push(id);
	}
	return stale;
}

const repeatedEvent = (id: EventId): VerifyProblem => ({
	code: 'repeated-event',
	subject: id,
	message: 'It stands in the log more than once.'
});

const staleProjection = (subject: string): VerifyProblem => ({
	code: 'stale-projection',
	subject,
	message: 'What is stored differs from what the log says.'
});
