import type { CardId } from '#deck/ids.ts';
import { boundCards } from '#review-log/bound-cards.ts';
import type { LogEvent, LogEventOf } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { MemoryModel } from '#scheduler/memory-model.ts';
import { reviewRows, type ReviewRow } from './review-rows.ts';
import { ReviewTableWriter, withCards, type ReviewTable } from './review-table.ts';

/** Of a log, all that the charts of reviews need. */
export interface GatheredReviews {
	readonly table: ReviewTable;
	/** Which card continues which: when the one changes, so does the other. */
	readonly rebinds: readonly Rebind[];
}

type Rebind = readonly [from: CardId, to: CardId];

/** Takes a log in pieces of any order, and keeps of it only what the charts need. */
export class ReviewGatherer {
	readonly #events = new Map<CardId, CompactEvent[]>();
	readonly #rebinds: Rebind[] = [];
	#reviews = 0;

	add(events: readonly LogEvent[]): void {
		this.#rebinds.push(...rebindsIn(events));
		for (const event of events) {
			if (event.cardId === '') continue;
			const ofCard = this.#events.get(event.cardId);
			const kept = event.type === 'review' ? compact(event) : event;
			if (ofCard === undefined) this.#events.set(event.cardId, [kept]);
			else ofCard.push(kept);
			if (event.type === 'review') this.#reviews++;
		}
	}

	gathered(model: MemoryModel): GatheredReviews {
		const writer = new ReviewTableWriter(this.#reviews);
		for (const cardId of this.#events.keys()) writer.add(cardId, rowsOf(cardId, this.#eventsOf, model));
		return { table: writer.table(), rebinds: this.#rebinds };
	}

	readonly #eventsOf = (cardId: CardId): readonly LogEvent[] =>
		(this.#events.get(cardId) ?? []) as readonly LogEvent[];
}

/**
 * The same as if all of the log were gathered anew, where only some events are new to it. A card is the unit: whatever
 * happened to it, and wherever in its log, its rows are made anew from its own events, which are few.
 * @param cards `cardsConcerned`
 * @param eventsOf all events of these cards and of those that they continue
 */
export function patchReviews(
	{ table, rebinds }: GatheredReviews,
	events: readonly LogEvent[],
	cards: Iterable<CardId>,
	eventsOf: (cardId: CardId) => readonly LogEvent[],
	model: MemoryModel
): GatheredReviews {
	const rowsByCard = new Map(Array.from(cards, (id) => [id, rowsOf(id, eventsOf, model)]));
	return { table: withCards(table, rowsByCard), rebinds: [...rebinds, ...rebindsIn(events)] };
}

/** The cards that events are about, and all that continue one of them, directly or through others. */
export function cardsConcerned(rebinds: readonly Rebind[], events: readonly LogEvent[]): ReadonlySet<CardId> {
	const concerned = new Set(events.flatMap(({ cardId }) => (cardId === '' ? [] : [cardId])));
	const all = [...rebinds, ...rebindsIn(events)];
	for (const id of concerned) for (const [from, to] of all) if (from === id) concerned.add(to);
	return concerned;
}

/** Live or not: an undo may itself be undone. */
export const rebindsIn = (events: readonly LogEvent[]): readonly Rebind[] =>
	events.flatMap((event) =>
		event.type === 'rebind' && event.cardId !== '' ? [[event.payload.from, event.cardId] as const] : []
	);

function rowsOf(
	cardId: CardId,
	eventsOf: (cardId: CardId) => readonly LogEvent[],
	model: MemoryModel
): readonly ReviewRow[] {
	const events = inLogOrder(boundCards(cardId, eventsOf).flatMap(eventsOf));
	return reviewRows(events, model, (event) => event.cardId === cardId);
}

type CompactEvent = LogEvent | CompactReview;
type CompactReview = Pick<
	LogEventOf<'review'>,
	'id' | 'cardId' | 'type' | 'at' | 'hlc' | 'tzOffset' | 'day'
> & {
	readonly payload: Pick<LogEventOf<'review'>['payload'], 'rating' | 'tookMs' | 'mode' | 'intervalDays'>;
};

function compact({ id, cardId, type, at, hlc, tzOffset, day, payload }: LogEventOf<'review'>): CompactReview {
	const { rating, tookMs, mode, intervalDays } = payload;
	return { id, cardId, type, at, hlc, tzOffset, day, payload: { rating, tookMs, mode, intervalDays } };
}
