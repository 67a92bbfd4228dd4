import type { CardKind } from '#deck/card.ts';
import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { Moment, Scheduler } from '#scheduler/scheduler.ts';
import type { Queue } from './build-queue.ts';
import { answersPerNew } from './estimated-minutes.ts';
import { fitBudget } from './fit-budget.ts';
import { readPaces, type Paces } from './paces.ts';
import type { QueueCard } from './queue-card.ts';

/** Recall is compared so many days ahead. */
const horizonDays = 30;

/** The part of a queue that fits into some seconds, and what each card of it will take. */
export interface BudgetedQueue {
	readonly queue: Queue;
	readonly expectedSeconds: (card: QueueCard) => number;
}

export async function budgetQueue(
	library: Library,
	scheduler: Scheduler,
	moment: Moment,
	queue: Queue,
	seconds: number
): Promise<BudgetedQueue> {
	const ids = [...queue.learning, ...queue.main].map(({ cardId }) => cardId);
	const [paces, cards] = await Promise.all([readPaces(library, moment.day), library.cards(ids)]);
	const kinds = new Map(ids.map((id, index) => [id, cards[index]?.kind]));
	const expectedSeconds = (card: QueueCard) => paces.seconds(card.kind, kinds.get(card.cardId));
	return {
		expectedSeconds,
		queue: fitBudget(queue, {
			seconds,
			cost: (card) => cost(card, kinds, paces, scheduler, moment),
			gain: ({ record }) => scheduler.recallGain(record, moment, horizonDays),
			daysLate: ({ record: { state } }) =>
				state.kind === 'review' ? Math.max(0, moment.day - state.dueDay) : 0
		})
	};
}

/** A failed review is asked again within the day; a new card about twice and a half. */
function cost(
	card: QueueCard,
	kinds: ReadonlyMap<CardId, CardKind | undefined>,
	paces: Paces,
	scheduler: Scheduler,
	{ at }: Moment
): number {
	const kind = kinds.get(card.cardId);
	const again = paces.seconds('learning', kind);
	if (card.kind === 'new') return paces.seconds('new', kind) + (answersPerNew - 1) * again;
	const failure = 1 - (scheduler.retrievability(card.record, at) ?? 1);
	return paces.seconds(card.kind, kind) + failure * again;
}
