import type { QueueCard } from './queue-card.ts';
import type { Queue } from './build-queue.ts';

export interface BudgetContext {
	readonly seconds: number;
	/** Seconds that a card will take, what may follow a failure included. */
	readonly cost: (card: QueueCard) => number;
	/** Recall gained by asking a card now. */
	readonly gain: (card: QueueCard) => number;
	/** Study days since a card became due. */
	readonly daysLate: (card: QueueCard) => number;
}

/** A card that has waited so many days counts twice, and so on: none is passed over for ever. */
const agingDays = 7;

/**
 * "I have N minutes": steps of today, then the due cards that gain most recall for each second, then new ones, as far as
 * the time goes. What is worth most is asked first, so that a slow day loses least.
 */
export function fitBudget(queue: Queue, context: BudgetContext): Queue {
	let left = context.seconds;
	const fits = (card: QueueCard) => {
		const cost = context.cost(card);
		if (cost > left) return false;
		left -= cost;
		return true;
	};
	const worth = (card: QueueCard) =>
		(Math.max(context.gain(card), 1e-6) / context.cost(card)) * (1 + context.daysLate(card) / agingDays);
	const learning = queue.learning.filter(fits);
	const due = queue.main
		.filter(({ kind }) => kind !== 'new')
		.map((card) => ({ card, worth: worth(card) }))
		.sort((a, b) => b.worth - a.worth)
		.map(({ card }) => card)
		.filter(fits);
	const fresh = queue.main.filter(({ kind }) => kind === 'new').filter(fits);
	return { learning, main: [...due, ...fresh] };
}
