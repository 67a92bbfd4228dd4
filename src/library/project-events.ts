import type { CardId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import { lineage, rebindSources, withFollowers } from './lineage.ts';
import type { EventTarget, ProjectionRows } from './projection-rows.ts';
import { reviewTotals } from './review-totals.ts';

export type EventsByCard = ReadonlyMap<CardId | '', readonly LogEvent[]>;

/**
 * Brings the projection up to date with events that were added to the log: records, due lists, counters. Each card
 * concerned is folded once, and so is each card that continues one of them.
 * @param added new events only; a card with an empty list is just reported
 * @returns the records of all cards concerned
 */
export async function projectEvents(
	rows: ProjectionRows,
	added: EventsByCard,
	scheduler: Scheduler,
	target: EventTarget
): Promise<readonly CardRecord[]> {
	await rows.loadCards(added.keys());
	for (const [id, events] of added) addEvents(rows, id, events, target);
	await noteFollowers(rows, added);
	const cardIds = [...added.keys()].flatMap((id) => (id === '' ? [] : [id]));
	const affected = await loadAffected(rows, cardIds);
	await loadLineages(rows, affected);
	const records = Array.from(affected, (id) => foldRecord(rows, id, scheduler)).flatMap(
		(record) => record ?? []
	);
	for (const record of records) rows.setRecord(record);
	return records;
}

/** An undo takes a review out of the totals of the day on which it was done, so totals before and after are compared. */
function addEvents(
	rows: ProjectionRows,
	id: CardId | '',
	events: readonly LogEvent[],
	target: EventTarget
): void {
	if (events.length === 0) return;
	for (const [day, { reviews, tookMs }] of reviewTotals(rows.events(id)))
		rows.addReviews(day, -reviews, -tookMs);
	rows.addEvents(id, events, target);
	for (const [day, { reviews, tookMs }] of reviewTotals(rows.events(id)))
		rows.addReviews(day, reviews, tookMs);
}

async function noteFollowers(rows: ProjectionRows, added: EventsByCard): Promise<void> {
	for (const [id, events] of added) {
		if (id === '') continue;
		const sources = rebindSources(events);
		if (sources.length === 0) continue;
		await rows.loadCards(sources);
		for (const source of sources) rows.addFollower(source, id);
	}
}

async function loadAffected(rows: ProjectionRows, cardIds: readonly CardId[]): Promise<ReadonlySet<CardId>> {
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
