import { cardKinds, type CardKind } from '#deck/card.ts';
import type { CardId } from '#deck/ids.ts';
import type { ReviewTable } from './review-table.ts';
import type { Rows } from './select-reviews.ts';

export interface Pace {
	/** Null for all cards that are in no deck any more. */
	readonly kind: CardKind | null;
	readonly reviews: number;
	/** In all; an answer counts at most 60 seconds. */
	readonly tookMs: number;
}

/** How long answers take, by the kind of card; kinds without any are left out. */
export function buildPace(
	table: ReviewTable,
	rows: Rows,
	kindOf: (cardId: CardId) => CardKind | undefined
): readonly Pace[] {
	const sums = new Map([...cardKinds, null].map((kind) => [kind, { kind, reviews: 0, tookMs: 0 }]));
	let place = -1;
	let sum = sums.get(null);
	for (const row of rows) {
		// Rows stand card by card, so the card is looked up once.
		if (row >= (table.starts[place + 1] ?? 0)) {
			while (row >= (table.starts[place + 1] ?? Infinity)) place++;
			sum = sums.get(kindOf(table.cardIds[place] as CardId) ?? null);
		}
		if (sum === undefined) continue;
		sum.reviews++;
		sum.tookMs += table.tookMs[row] ?? 0;
	}
	return [...sums.values()].filter(({ reviews }) => reviews > 0);
}

/** Before anything was measured. */
const presumedMs = 12_000;

/** Milliseconds that an answer to such a card takes: the mean of its kind, else of all. */
export function meanAnswer(paces: readonly Pace[]): (kind: CardKind) => number {
	const all = paces.reduce(
		(sum, { reviews, tookMs }) => ({ reviews: sum.reviews + reviews, tookMs: sum.tookMs + tookMs }),
		{ reviews: 0, tookMs: 0 }
	);
	const mean = ({ reviews, tookMs }: Omit<Pace, 'kind'>) => (reviews > 0 ? tookMs / reviews : presumedMs);
	const means = new Map(paces.map((pace) => [pace.kind, mean(pace)]));
	return (kind) => means.get(kind) ?? mean(all);
}
