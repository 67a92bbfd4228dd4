import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#time/instant.ts';
import { createScheduler } from './create-scheduler.ts';
import { exampleRecord } from './example-record.ts';
import type { ReviewOrder } from './preset.ts';
import { orderReviews, resolveOrder } from './review-order.ts';

const today = 100;
const context = {
	scheduler: createScheduler(),
	moment: { at: today * DAY_MS + DAY_MS / 2, day: today, nextDayAt: (today + 1) * DAY_MS },
	desiredRetention: () => 0.9,
	capacity: 10
};

/** Due 1, 5 and 10 days ago; twice, one and a half times and a tenth over their intervals. */
const cards = [
	{ name: 'young', lastReviewDay: 98, intervalDays: 1, difficulty: 8, deckId: 'b' },
	{ name: 'middle', lastReviewDay: 85, intervalDays: 10, difficulty: 3, deckId: 'a' },
	{ name: 'old', lastReviewDay: -10, intervalDays: 100, difficulty: 5, deckId: 'a' }
].map(({ name, deckId, ...at }) => {
	const record = exampleRecord(name, at);
	return { cardId: record.cardId, deckId, record };
});

const ids = (order: ReviewOrder) => orderReviews(cards, order, context).map(({ cardId }) => cardId as string);

describe('orderReviews', () => {
	it.each<[ReviewOrder, string[]]>([
		['dueDay', ['old', 'middle', 'young']],
		['retrievabilityDescending', ['old', 'middle', 'young']],
		['retrievabilityAscending', ['young', 'middle', 'old']],
		['relativeOverdueness', ['young', 'middle', 'old']],
		['intervalAscending', ['young', 'middle', 'old']],
		['intervalDescending', ['old', 'middle', 'young']],
		['difficultyAscending', ['middle', 'old', 'young']],
		['difficultyDescending', ['young', 'old', 'middle']],
		['added', ['middle', 'old', 'young']]
	])('%s', (order, expected) => {
		expect(ids(order)).toEqual(expected);
	});

	it('is by recall, the likeliest first, only when there is more than the day has room for', () => {
		expect(resolveOrder('auto', 10, 10)).toBe('dueDay');
		expect(resolveOrder('auto', 11, 10)).toBe('retrievabilityDescending');
		expect(resolveOrder('random', 11, 10)).toBe('random');
	});

	it('breaks ties by a chance that is the same all day, and another tomorrow', () => {
		const many = Array.from({ length: 30 }, (_, index) => {
			const record = exampleRecord(`c${index}`, { lastReviewDay: 90, intervalDays: 10 });
			return { cardId: record.cardId, deckId: 'a', record };
		});
		const order = (day: number, of = many) =>
			orderReviews(of, 'dueDay', { ...context, moment: { ...context.moment, day } }).map(
				({ cardId }) => cardId
			);
		expect(order(100)).toEqual(order(100, many.toReversed()));
		expect(order(100)).not.toEqual(order(101));
		expect(order(100)).not.toEqual(many.map(({ cardId }) => cardId));
	});

	it('orders by deck within a day', () => {
		const sameDay = cards.map((card) => ({
			...card,
			record: exampleRecord(card.cardId, { lastReviewDay: 90, intervalDays: 10 })
		}));
		expect(orderReviews(sameDay, 'dueDayThenDeck', context).at(-1)?.deckId).toBe('b');
	});
});
