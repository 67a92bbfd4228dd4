import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { createScheduler } from './create-scheduler.ts';
import { exampleRecord } from './example-record.ts';
import { exactRange, fuzzRange, pickDay } from './fuzz.ts';
import { newRecord } from './new-record.ts';
import { defaultPreset } from './preset.ts';
import { seededRandom } from './seeded-random.ts';

describe('switched off', () => {
	const scheduler = createScheduler();
	const exact = { ...defaultPreset, isFuzzed: false };
	const moment = (day: number) => ({ at: day * 86_400_000, day, nextDayAt: (day + 1) * 86_400_000 });

	it.each([
		[2.4, 1, 100, 2],
		[17.5, 1, 100, 18],
		[17.5, 20, 100, 20],
		[17.5, 1, 10, 10],
		[17.5, 20, 10, 10]
	])('leaves one day: of %d days within %d and %d', (interval, minimum, maximum, day) => {
		expect(exactRange(interval, minimum, maximum)).toEqual({ lower: day, upper: day });
	});

	it('gives every card the same interval, and steps without a random part', () => {
		const ids = Array.from({ length: 50 }, (_, index) => `card${index}`);
		const intervalsOf = (preset: typeof exact) =>
			ids.map((id) => {
				const record = exampleRecord(id, { lastReviewDay: 20_000, intervalDays: 30 });
				return scheduler.previewRatings(record, moment(20_030), preset)[3].intervalDays;
			});
		expect(new Set(intervalsOf(exact)).size).toBe(1);
		expect(new Set(intervalsOf(defaultPreset)).size).toBeGreaterThan(3);
		const steps = ids.map(
			(id) => scheduler.previewRatings(newRecord(id as CardId), moment(20_000), exact)[1].delaySeconds
		);
		expect(new Set(steps)).toEqual(new Set([60]));
	});

	it('holds too where a merge schedules a review anew', () => {
		const review = (cardId: string, isExact: boolean) => ({
			id: `id-${cardId}`,
			deviceId: 'a',
			cardId: cardId as CardId,
			type: 'review' as const,
			at: 20_000 * 86_400_000,
			hlc: 1,
			tzOffset: 0,
			day: 20_000,
			payload: {
				rating: 4 as const,
				tookMs: 1,
				mode: 'normal' as const,
				intervalDays: 99,
				desiredRetention: 0.8,
				parametersId: 'fsrs-6',
				...(isExact && { options: { isFuzzed: false } }),
				prefix: { count: 7, xor: '0123456789abcdef' }
			},
			v: 1 as const
		});
		const dueDays = (isExact: boolean) =>
			Array.from({ length: 30 }, (_, index) => {
				const { state } = scheduler.foldCard(`c${index}` as CardId, [review(`c${index}`, isExact)]);
				return state.kind === 'review' ? state.intervalDays : NaN;
			});
		expect(new Set(dueDays(true)).size).toBe(1);
		expect(new Set(dueDays(false)).size).toBeGreaterThan(2);
	});
});

describe('fuzzRange', () => {
	it.each([
		// interval, minimum, maximum, lowest, middle, highest
		[1, 1, 1_000, 1, 1, 1],
		[2.49, 1, 1_000, 2, 2, 2],
		[2.5, 1, 1_000, 2, 3, 4],
		[6.9, 3, 1_000, 5, 7, 9],
		[7, 1, 1_000, 5, 7, 9],
		[7.1, 3, 1_000, 5, 7, 9],
		[17, 1, 1_000, 14, 17, 20],
		[19.9, 3, 1_000, 17, 20, 23],
		[20, 3, 1_000, 17, 20, 23],
		[37, 1, 1_000, 33, 37, 41],
		[100, 1, 1_000, 93, 100, 107],
		[2, 2, 1_000, 2, 2, 2],
		[2, 3, 1_000, 3, 4, 4],
		[2, 3, 3, 3, 3, 3],
		[100, 101, 1_000, 101, 105, 108],
		[100, 1, 99, 92, 96, 99],
		[100, 97, 103, 97, 100, 103],
		[1, 3, 2, 2, 2, 2]
	])('of %d days within %d and %d', (interval, minimum, maximum, lowest, middle, highest) => {
		const range = fuzzRange(interval, minimum, maximum);
		expect([0, 0.5, 0.99].map((random) => pickDay(range, random))).toEqual([lowest, middle, highest]);
	});

	it('makes every day of it as likely', () => {
		const counts = new Map<number, number>();
		for (let index = 0; index < 30_000; index++) {
			const day = pickDay({ lower: 14, upper: 20 }, seededRandom(`card${index % 300}`, index));
			counts.set(day, (counts.get(day) ?? 0) + 1);
		}
		expect([...counts.keys()].sort((a, b) => a - b)).toEqual([14, 15, 16, 17, 18, 19, 20]);
		for (const count of counts.values()) expect(Math.abs(count / (30_000 / 7) - 1)).toBeLessThan(0.06);
	});

	it('stays within its limits', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1e6, noNaN: true }),
				fc.nat(500),
				fc.integer({ min: 1, max: 40_000 }),
				(interval, minimum, maximum) => {
					const { lower, upper } = fuzzRange(interval, minimum, maximum);
					expect(lower).toBeLessThanOrEqual(upper);
					expect(upper).toBeLessThanOrEqual(maximum);
					expect(lower).toBeGreaterThanOrEqual(Math.min(minimum, maximum));
				}
			),
			{ seed: 4 }
		);
	});
});

describe('seededRandom', () => {
	it('is part of the log format: another number would move due dates after a merge', () => {
		expect([seededRandom('card', 0), seededRandom('card', 1), seededRandom('other', 0)])
			.toMatchInlineSnapshot(`
				[
				  0.4741276716813445,
				  0.22886099759489298,
				  0.6391390308272094,
				]
			`);
	});

	it('spreads evenly, and neighbours have nothing to do with each other', () => {
		const numbers = Array.from({ length: 20_000 }, (_, index) => seededRandom('card', index));
		const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
		const products = numbers.slice(1).map((number, index) => (number - 0.5) * ((numbers[index] ?? 0) - 0.5));
		const correlation = (12 * products.reduce((sum, product) => sum + product, 0)) / products.length;
		expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
		expect(Math.abs(correlation)).toBeLessThan(0.02);
	});
});
