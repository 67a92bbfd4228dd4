import type { CardId } from '#deck/ids.ts';
import { DAY_MS } from '#time/instant.ts';
import type { CardRecord } from './card-record.ts';
import type { ReviewOrder } from './preset.ts';
import type { Moment, Scheduler } from './scheduler.ts';
import { seededRandom } from './seeded-random.ts';

/** What an order looks at, of a card that is due. */
export interface OrderedCard {
	readonly cardId: CardId;
	readonly deckId: string;
	readonly record: CardRecord;
}

export interface OrderContext {
	readonly scheduler: Pick<Scheduler, 'retrievability' | 'describeMemory' | 'daysUntil'>;
	readonly moment: Moment;
	/** Of a card's deck. */
	readonly desiredRetention: (card: OrderedCard) => number;
	/** How many of these cards the day has room for. */
	readonly capacity: number;
}

/**
 * Due cards in the order in which they are asked (scheduling rule 4.10). `auto`: when there are more than the day has room
 * for, those recalled most likely first, which keeps retention at its target while the backlog shrinks; otherwise by due
 * day. Ties are broken by chance, the same all day and on every device.
 */
export function orderReviews<Card extends OrderedCard>(
	cards: readonly Card[],
	order: ReviewOrder,
	context: OrderContext
): readonly Card[] {
	const key = sortKey(resolveOrder(order, cards.length, context.capacity), context);
	const keyed = cards.map((card) => ({
		card,
		keys: [...key(card), seededRandom(card.cardId, context.moment.day)]
	}));
	return keyed.sort((a, b) => compareKeys(a.keys, b.keys)).map(({ card }) => card);
}

export const resolveOrder = (
	order: ReviewOrder,
	due: number,
	capacity: number
): Exclude<ReviewOrder, 'auto'> =>
	order !== 'auto' ? order : due > capacity ? 'retrievabilityDescending' : 'dueDay';

type Key = number | string;

function sortKey(
	order: Exclude<ReviewOrder, 'auto'>,
	context: OrderContext
): (card: OrderedCard) => readonly Key[] {
	const { scheduler, moment } = context;
	const recall = ({ record }: OrderedCard) => scheduler.retrievability(record, moment.at) ?? 1;
	const difficulty = ({ record }: OrderedCard) => scheduler.describeMemory(record)?.difficulty ?? 0;
	switch (order) {
		case 'dueDay':
			return (card) => [dueDay(card)];
		case 'dueDayThenDeck':
			return (card) => [dueDay(card), card.deckId];
		case 'retrievabilityDescending':
			return (card) => [-recall(card)];
		case 'retrievabilityAscending':
			return (card) => [recall(card)];
		case 'intervalAscending':
			return (card) => [intervalDays(card)];
		case 'intervalDescending':
			return (card) => [-intervalDays(card)];
		case 'difficultyAscending':
			return (card) => [difficulty(card)];
		case 'difficultyDescending':
			return (card) => [-difficulty(card)];
		case 'relativeOverdueness':
			return (card) => [-overdueness(card, context)];
		case 'random':
			return () => [];
		case 'added':
			return (card) => [card.cardId];
	}
}

function dueDay({ record: { state } }: OrderedCard): number {
	if (state.kind === 'review') return state.dueDay;
	return state.kind === 'new' ? 0 : Math.floor(state.dueAt / DAY_MS);
}

const intervalDays = ({ record: { state } }: OrderedCard) =>
	state.kind === 'review' ? state.intervalDays : 0;

/** Time elapsed over the interval that would meet the desired retention: (R^(1/d) − 1) / (DR^(1/d) − 1) by FSRS. */
function overdueness(card: OrderedCard, { scheduler, moment, desiredRetention }: OrderContext): number {
	const { state } = card.record;
	const ideal = scheduler.daysUntil(card.record, desiredRetention(card));
	if (state.kind === 'new' || ideal === null) return 0;
	return Math.max(0, moment.at - state.lastReviewAt) / DAY_MS / Math.max(ideal, 1e-9);
}

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
	for (const [index, key] of a.entries()) {
		const other = b[index];
		if (other !== undefined && key !== other) return key < other ? -1 : 1;
	}
	return 0;
}
