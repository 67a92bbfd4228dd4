import fc from 'fast-check';
import { FSRSAlgorithm, Rating as FsrsRating, forgetting_curve } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Rating } from '#review-log/log-event.ts';
import type { Memory } from './card-state.ts';
import { createFsrs6 } from './fsrs6.ts';
import { fsrs6Defaults } from './fsrs6-parameters.ts';

const model = createFsrs6(fsrs6Defaults);
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const days = fc.oneof(fc.nat(3), fc.nat(400), fc.nat(40_000));
const memory: fc.Arbitrary<Memory> = fc.record({
	stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true })
});
const weights = fc.tuple(
	...fsrs6Defaults.map((weight) => fc.double({ min: weight * 0.5, max: weight * 1.5 + 0.01, noNaN: true }))
);
const elapsed = (whole: number) => ({ days: whole, exactDays: whole });
const runs = { numRuns: 1_000, seed: 6 };

describe('FSRS-6', () => {
	it('agrees with ts-fsrs on 100,000 steps within 1e-6', () => {
		const theirs = new FSRSAlgorithm({ w: [...fsrs6Defaults], enable_short_term: true });
		let random = 1;
		const next = (count: number) => (random = (random * 48_271) % 2_147_483_647) % count;
		let worst = 0;
		for (let card = 0; card < 5_000; card++) {
			const first = (next(4) + 1) as Rating;
			let ours: Memory = model.first(first);
			let expected = theirs.next_state(null, 0, first);
			for (let step = 0; step < 20; step++) {
				const delta = [0, 1, next(10), next(100), next(1_000)][next(5)] ?? 0;
				const given = (next(4) + 1) as Rating;
				ours = model.next(ours, elapsed(delta), given);
				expected = theirs.next_state(expected, delta, given);
				worst = Math.max(
					worst,
					Math.abs((ours['stability'] ?? NaN) / expected.stability - 1),
					Math.abs((ours['difficulty'] ?? NaN) - expected.difficulty)
				);
			}
			const t = next(3_000) / 10;
			const theirRecall = forgetting_curve([...fsrs6Defaults], t, expected.stability);
			worst = Math.max(worst, Math.abs(model.recall(ours, t) - theirRecall));
		}
		expect(worst).toBeLessThan(1e-6);
	});

	it('recalls 90 % after as many days as its stability says', () => {
		fc.assert(
			fc.property(memory, weights, (state, values) => {
				expect(createFsrs6(values).recall(state, state['stability'] ?? NaN)).toBeCloseTo(0.9, 9);
			}),
			runs
		);
	});

	it('has an interval that inverts its curve', () => {
		fc.assert(
			fc.property(
				memory,
				weights,
				fc.double({ min: 0.7, max: 0.99, noNaN: true }),
				(state, values, retention) => {
					const any = createFsrs6(values);
					expect(any.recall(state, any.interval(state, retention))).toBeCloseTo(retention, 9);
				}
			),
			runs
		);
	});

	it('forgets steadily, and never promises more than 1', () => {
		fc.assert(
			fc.property(memory, days, days, (state, a, b) => {
				const [sooner, later] = [model.recall(state, Math.min(a, b)), model.recall(state, Math.max(a, b))];
				expect(later).toBeLessThanOrEqual(sooner);
				expect(sooner).toBeLessThanOrEqual(1);
				expect(later).toBeGreaterThan(0);
			}),
			runs
		);
	});

	it('stays within its bounds, orders the ratings, and never throws, whatever comes', () => {
		const anything = fc.oneof(
			memory,
			fc.dictionary(fc.constantFrom('stability', 'difficulty', 'x'), fc.double())
		);
		fc.assert(
			fc.property(anything, fc.double(), weights, (state, whole, values) => {
				const any = createFsrs6(values);
				const after = ([1, 2, 3, 4] as const).map((given) =>
					any.describe(any.next(state, elapsed(whole), given))
				);
				for (const { stabilityDays, difficulty } of after) {
					expect(stabilityDays).toBeGreaterThanOrEqual(0.001);
					expect(stabilityDays).toBeLessThanOrEqual(36_500);
					expect(difficulty).toBeGreaterThanOrEqual(1);
					expect(difficulty).toBeLessThanOrEqual(10);
				}
				const difficulties = after.map(({ difficulty }) => difficulty);
				expect(difficulties).toEqual([...difficulties].sort((a, b) => b - a));
			}),
			runs
		);
	});

	it('makes a passed card no weaker after a day or more, and a failed one no stronger', () => {
		fc.assert(
			fc.property(memory, rating, fc.integer({ min: 1, max: 4_000 }), (state, given, whole) => {
				const after = model.next(state, elapsed(whole), given)['stability'] ?? NaN;
				const before = Math.max(0.001, Math.min(state['stability'] ?? NaN, 36_500));
				if (given === 1) expect(after).toBeLessThanOrEqual(before + 1e-8);
				else expect(after).toBeGreaterThanOrEqual(before - 1e-8);
			}),
			runs
		);
	});
});

describe('where FSRS-6 here differs from the cards of ts-fsrs, on purpose', () => {
	const theirs = new FSRSAlgorithm({ w: [0.05, ...fsrs6Defaults.slice(1)], enable_short_term: true });

	it('Q1: a first stability below 0.1 is taken as it is', () => {
		expect(theirs.init_stability(FsrsRating.Again)).toBe(0.1);
		expect(createFsrs6([0.05, ...fsrs6Defaults.slice(1)]).first(1)['stability']).toBe(0.05);
	});

	it('Q2: days are study days, given by the events, never UTC days', () => {
		// 23:30 to 00:30 UTC is one UTC day, but no study day.
		const state = { stability: 8.2956, difficulty: 5 };
		const sameDay = model.next(state, { days: 0, exactDays: 1 / 24 }, 3)['stability'] ?? NaN;
		const nextDay = model.next(state, { days: 1, exactDays: 1 / 24 }, 3)['stability'] ?? NaN;
		expect(sameDay).toBeLessThan(8.31);
		expect(nextDay).toBeGreaterThan(9);
	});

	it('Q4: recall falls within the day', () => {
		expect(model.recall({ stability: 1, difficulty: 5 }, 0.5)).toBeLessThan(0.95);
	});

	it('Q6: a clock that ran backwards counts as no time', () => {
		const state = { stability: 5, difficulty: 5 };
		expect(() => theirs.next_state(state, -1, 3)).toThrow();
		expect(model.next(state, elapsed(-400), 3)).toEqual(model.next(state, elapsed(0), 3));
		expect(model.recall(state, -3)).toBe(1);
	});

	it('Q10: w19 of a migrated set stays 0', () => {
		const fsrs5 = [...fsrs6Defaults.slice(0, 19)];
		const weak = { stability: 100, difficulty: 5 };
		const grown = createFsrs6(fsrs5).next(weak, elapsed(0), 4)['stability'] ?? NaN;
		expect(grown / 100).toBeCloseTo(Math.exp(0.5425 * (1 + 0.0912)), 6);
	});

	it('the curve is not rounded to 8 digits, so that it always falls', () => {
		const steady = { stability: 36_500, difficulty: 5 };
		expect(model.recall(steady, 0.001)).toBeLessThan(model.recall(steady, 0.0005));
		expect(forgetting_curve([...fsrs6Defaults], 0.0005, 36_500)).toBe(
			forgetting_curve([...fsrs6Defaults], 0.001, 36_500)
		);
	});
});
