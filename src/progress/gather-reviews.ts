import type { CardId } from '#deck/ids.ts';
import { boundCards } from '#review-log/bound-cards.ts';
import type { LogEvent, LogEventOf } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { MemoryModel } from '#scheduler/memory-model.ts';
import { reviewRows } from './review-rows.ts';

/** Every review that counts, a row each: some 20 bytes, so that a million of them can be looked through at once. */
export interface ReviewTable {
	/** A card's place here is its number in `card`. */
	readonly cardIds: readonly CardId[];
	readonly card: Uint32Array<ArrayBuffer>;
	readonly day: Int32Array<ArrayBuffer>;
	readonly hour: Uint8Array<ArrayBuffer>;
	readonly rating: Uint8Array<ArrayBuffer>;
	/** As in `ReviewRow`. */
	readonly intervalBefore: Int32Array<ArrayBuffer>;
	readonly tookMs: Uint16Array<ArrayBuffer>;
	readonly expected: Float32Array<ArrayBuffer>;
}

/** Takes a log in pieces of any order, and keeps of it only what the charts need. */
export class ReviewGatherer {
	readonly #numbers = new Map<CardId, number>();
	readonly #events: CompactEvent[][] = [];
	#reviews = 0;

	add(events: readonly LogEvent[]): void {
		for (const event of events) {
			if (event.cardId === '') continue;
			const number = this.#numberOf(event.cardId);
			this.#events[number]?.push(event.type === 'review' ? compact(event) : event);
			if (event.type === 'review') this.#reviews++;
		}
	}

	table(model: MemoryModel): ReviewTable {
		const cardIds = [...this.#numbers.keys()];
		const table = emptyTable(cardIds, this.#reviews);
		let count = 0;
		cardIds.forEach((cardId, number) => {
			const ids = boundCards(cardId, this.#eventsOf);
			const events = inLogOrder(ids.flatMap(this.#eventsOf));
			for (const row of reviewRows(events, model, (event) => event.cardId === cardId)) {
				table.card[count] = number;
				table.day[count] = row.day;
				table.hour[count] = row.hour;
				table.rating[count] = row.rating;
				table.intervalBefore[count] = row.intervalBefore;
				table.tookMs[count] = row.tookMs;
				table.expected[count] = row.expected;
				count++;
			}
		});
		return cut(table, count);
	}

	#numberOf(cardId: CardId): number {
		const known = this.#numbers.get(cardId);
		if (known !== undefined) return known;
		const number = this.#numbers.size;
		this.#numbers.set(cardId, number);
		this.#events.push([]);
		return number;
	}

	readonly #eventsOf = (cardId: CardId): readonly LogEvent[] =>
		(this.#events[this.#numbers.get(cardId) ?? -1] ?? []) as readonly LogEvent[];
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

const emptyTable = (cardIds: readonly CardId[], length: number): ReviewTable => ({
	cardIds,
	card: new Uint32Array(length),
	day: new Int32Array(length),
	hour: new Uint8Array(length),
	rating: new Uint8Array(length),
	intervalBefore: new Int32Array(length),
	tookMs: new Uint16Array(length),
	expected: new Float32Array(length)
});

const cut = (table: ReviewTable, length: number): ReviewTable => ({
	cardIds: table.cardIds,
	card: table.card.slice(0, length),
	day: table.day.slice(0, length),
	hour: table.hour.slice(0, length),
	rating: table.rating.slice(0, length),
	intervalBefore: table.intervalBefore.slice(0, length),
	tookMs: table.tookMs.slice(0, length),
	expected: table.expected.slice(0, length)
});
