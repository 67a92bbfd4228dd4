import type { CardId } from '#deck/ids.ts';
import { compareEvents } from '#review-log/compare-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import { groupBy } from './group-by.ts';
import { lineage, rebindSources, withFollowers } from './lineage.ts';
import type { ProjectionRows } from './projection-rows.ts';
import { reviewTotals } from './review-totals.ts';

/**
 * The usual answer: one event, after all that its card has. It is known to be new, and is added to the record, without
 * reading what came before. Undefined where that takes the whole fold. The card's record must be loaded.
 */
export function projectLast(
	rows: ProjectionRows,
	event: LogEvent,
	scheduler: Scheduler
): CardRecord | undefined {
	const { cardId } = event;
	if (cardId === '' || event.type === 'undo' || event.type === 'rebind') return undefined;
	if (rows.followers(cardId).length > 0) return undefined;
	const before = rows.record(cardId);
	const isLast = !before?.last || compareEvents(before.last, event) < 0;
	const record = before
		? isLast && scheduler.appendEvent(before, event)
		: scheduler.foldCard(cardId, [event]);
	if (!record) return undefined;
	addTotals(rows, [event], 1);
	rows.setRecord(record);
	return record;
}

/**
 * Brings the projection up to date with events that are added to the log: records, due lists, counters. Each card
 * concerned is folded once, and so is each card that continues one of them.
 * @param added none of them may be in the projection yet
 * @param cardIds cards whose records are asked for besides
 * @returns the records of all cards concerned
 */
export async function projectEvents(
	rows: ProjectionRows,
	added: readonly LogEvent[],
	scheduler: Scheduler,
	cardIds: Iterable<CardId | ''> = []
): Promise<readonly CardRecord[]> {
	const byCard = groupBy(added, ({ cardId }) => cardId);
	const concerned = new Set([...cardIds, ...byCard.keys()]);
	await rows.loadCards(concerned);
	for (const [id, events] of byCard) addEvents(rows, id, events);
	await noteFollowers(rows, added);
	const affected = await loadAffected(rows, concerned);
	await loadLineages(rows, affected);
	const records = Array.from(affected, (id) => foldRecord(rows, id, scheduler)).flatMap(
		(record) => record ?? []
	);
	for (const record of records) rows.setRecord(record);
	return records;
}

function addEvents(rows: ProjectionRows, id: CardId | '', added: readonly LogEvent[]): void {
	const before = rows.events(id);
	rows.addEvents(id, added);
	const after = rows.events(id);
	if (!after.some(isUndo)) {
		addTotals(rows, added, 1);
		return;
	}
	// An undo takes a review out of the totals of the day on which it was done, so those before and after are compared.
	// (Events that wait to be computed may stand in the tail already: they did not count before.)
	const ids = new Set(added.map((event) => event.id));
	const counted = before.filter((event) => !ids.has(event.id));
	addTotals(rows, counted, -1);
	addTotals(rows, after, 1);
}

const isUndo = (event: LogEvent) => event.type === 'undo';

function addTotals(rows: ProjectionRows, events: readonly LogEvent[], by: 1 | -1): void {
	for (const [day, { reviews, tookMs }] of reviewTotals(events))
		rows.addReviews(day, by * reviews, by * tookMs);
}

async function noteFollowers(rows: ProjectionRows, events: readonly LogEvent[]): Promise<void> {
	for (const event of events) {
		if (event.type !== 'rebind' || event.cardId === '') continue;
		const sources = rebindSources([event]);
		await rows.loadCards(sources);
		for (const source of sources) rows.addFollower(source, event.cardId);
	}
}

async function loadAffected(
	rows: ProjectionRows,
	concerned: ReadonlySet<CardId | ''>
): Promise<ReadonlySet<CardId>> {
	const cardIds = [...concerned].flatMap((id) => (id === '' ? [] : [id]));
	for (;;) {
		const affected = withFollowers(cardIds, (id) => (rows.isLoaded(id) ? rows.followers(id) : []));
		const unknown = [...affected].filter((id) => !rows.isLoaded(id));
		if (unknown.length === 0) return affected;
		await rows.loadCards(unknown);
	}
}

/**
 * Loads all that the cards' records are folded from. (Waiting once a card, without asking the database anything, would
 * make Dexie lose its transaction after a hundred.)
 */
export async function loadLineages(rows: ProjectionRows, cardIds: Iterable<CardId>): Promise<void> {
	const ids = [...cardIds];
	for (;;) {
		const missing = new Set(ids.flatMap((id) => lineageOf(rows, id).missing));
		if (missing.size === 0) return;
		await rows.loadCards(missing);
	}
}

/** Undefined for a card without any event. Its lineage must be loaded. */
export function foldRecord(
	rows: ProjectionRows,
	cardId: CardId,
	scheduler: Scheduler
): CardRecord | undefined {
	const { events } = lineageOf(rows, cardId);
	return events.length === 0 ? undefined : scheduler.foldCard(cardId, events);
}

const lineageOf = (rows: ProjectionRows, cardId: CardId) =>
	lineage(cardId, (id) => (rows.isLoaded(id) ? rows.events(id) : undefined));
