import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzRange, pickDay } from './fuzz.ts';
import { seededRandom } from './seeded-random.ts';

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
