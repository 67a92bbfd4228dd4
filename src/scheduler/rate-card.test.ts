import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOptions, type Rating } from '#review-log/log-event.ts';
import { fuzzedDay } from './review-intervals.ts';
import { placeOf, rateCard, type Place } from './rate-card.ts';

type Days = readonly [number, number, number, number];
const ratings = [1, 2, 3, 4] as const;

function rateAll(state: Place, days: Days, options: Partial<typeof baseOptions> = {}, random = 0.5) {
	return ratings.map((rating) => {
		const outcome = rateCard(rating, {
			state,
			options: { ...baseOptions, ...options },
			modelDays: (of: Rating) => days[of - 1] ?? NaN,
			choose: fuzzedDay(random)
		});
		return outcome.kind === 'days' ? `${outcome.intervalDays}d` : `${outcome.delaySeconds}s@${outcome.step}`;
	});
}

const fresh: Place = { kind: 'new', step: 0, intervalDays: 0 };
const learning = (step: number): Place => ({ kind: 'learning', step, intervalDays: 0 });
const relearning: Place = { kind: 'relearning', step: 0, intervalDays: 0 };
const review = (intervalDays: number): Place => ({ kind: 'review', step: 0, intervalDays });
const none = { learningSteps: [], relearningSteps: [] };

describe('rateCard', () => {
	it.each([
		['a new card', fresh, [0.2, 1.3, 2.3, 8.3], {}, ['60s@0', '330s@0', '600s@1', '8d']],
		['the last learning step', learning(1), [0.2, 1.3, 2.3, 8.3], {}, ['60s@0', '600s@1', '2d', '8d']],
		[
			'easy is at least a day longer than good',
			learning(1),
			[0.1, 0.1, 5, 5],
			{},
			['60s@0', '600s@1', '5d', '7d']
		],
		['good is a day at least', learning(1), [0.1, 0.1, 0.2, 0.2], {}, ['60s@0', '600s@1', '1d', '2d']],
		['relearning', relearning, [0.5, 1, 2, 4], {}, ['600s@0', '900s@0', '2d', '4d']],
		['new, no steps', fresh, [0.7, 1.3, 2.3, 8.3], none, ['1d', '1d', '2d', '8d']],
		['new, no steps, below half a day', fresh, [0.2, 0.4, 2, 3], none, ['17280s@0', '34560s@0', '2d', '4d']],
		['a failure, no steps', review(10), [0.7, 8, 20, 30], none, ['1d', '11d', '20d', '30d']],
		['a failure at once forgotten', review(10), [0, 8, 20, 30], none, ['60s@0', '11d', '20d', '30d']],
		['a review', review(10), [1, 12, 20, 30], {}, ['600s@0', '13d', '20d', '30d']],
		['all the same', review(10), [1, 1, 1, 1], {}, ['600s@0', '1d', '2d', '4d']],
		['at the maximum', review(5), [1, 9, 9, 9], { maximumIntervalDays: 5 }, ['600s@0', '5d', '5d', '5d']],
		[
			'a failure beyond the maximum',
			review(5),
			[9, 9, 9, 9],
			{ ...none, maximumIntervalDays: 3 },
			['3d', '3d', '3d', '3d']
		]
	] as const)('%s', (_name, state, days, options, expected) => {
		expect(rateAll(state, days, options)).toEqual(expected);
	});

	it('keeps an interval that grew above the one before it, whatever the fuzz', () => {
		// 17 days could be fuzzed down to 14.
		expect(rateAll(review(16), [1, 17, 40, 60], {}, 0)[1]).toBe('17d');
		expect(rateAll(review(10), [1, 17, 40, 60], {}, 0)[1]).toBe('14d');
	});

	it('does not let an interval within reach of the one before fall below it', () => {
		expect(rateAll(review(19), [1, 17, 40, 60], {}, 0)[1]).toBe('19d');
		expect(rateAll(review(30), [1, 17, 40, 60], {}, 0)[1]).toBe('14d');
	});

	it('orders hard < good < easy and keeps to the maximum, for any numbers', () => {
		const days = fc.double({ min: 0, max: 50_000, noNaN: true });
		const place = fc.oneof(
			fc.nat(400).map((interval) => review(interval + 1)),
			fc.nat(3).map(learning),
			fc.constant(fresh),
			fc.constant(relearning)
		);
		fc.assert(
			fc.property(
				place,
				fc.tuple(days, days, days, days),
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				fc.boolean(),
				(state, model, random, isBare) => {
					const all = rateAll(state, model, isBare ? none : {}, random);
					const whole = all
						.slice(1)
						.filter((text) => text.endsWith('d'))
						.map((text) => parseInt(text, 10));
					for (const [index, interval] of whole.entries()) {
						expect(interval).toBeGreaterThanOrEqual(1);
						expect(interval).toBeLessThanOrEqual(36_500);
						const before = whole[index - 1];
						if (before !== undefined && interval < 36_500) expect(interval).toBeGreaterThan(before);
					}
				}
			),
			{ seed: 5, numRuns: 2_000 }
		);
	});

	it('reads its place from a state', () => {
		const seen = { memory: {}, lastReviewAt: 0, lastReviewDay: 0 };
		expect(placeOf({ kind: 'new' })).toEqual(fresh);
		expect(placeOf({ kind: 'learning', ...seen, step: 1, dueAt: 5 })).toEqual(learning(1));
		expect(placeOf({ kind: 'review', ...seen, dueDay: 9, intervalDays: 9 })).toEqual(review(9));
	});
});
