import { describe, expect, it } from 'vitest';
import { weekday } from '#time/weekday.ts';
import { easyDayModifiers } from './easy-days.ts';
import { balancedDay, dayWeights } from './load-balance.ts';
import { defaultPreset, type EasyDays } from './preset.ts';
import { seededRandom } from './seeded-random.ts';
import { siblingModifier } from './sibling-spread.ts';

/** A Monday. */
const monday = 20_780 - weekday(20_780) + 1;
const always: EasyDays = defaultPreset.easyDays;
const loads = {
	today: monday,
	dueCounts: new Map<number, number>(),
	siblingDueDays: [] as number[],
	random: 0.5
};
const options = { isLoadBalanced: true, easyDays: always, buryReviewSiblings: true };

describe('easyDayModifiers', () => {
	const days = [monday, monday + 1, monday + 2];
	it.each([
		['all normal', always, [5, 5, 5], [1, 1, 1]],
		['a minimum day', { ...always, 2: 'minimum' }, [5, 0, 5], [1, 0.0001, 1]],
		['a reduced day with less than half of the others', { ...always, 2: 'reduced' }, [10, 4, 10], [1, 1, 1]],
		// 6 / .5 = 12 > 20 / (2.5 − .5) = 10
		['a reduced day with more', { ...always, 2: 'reduced' }, [10, 6, 10], [1, 0.0001, 1]],
		['a reduced day with exactly half', { ...always, 2: 'reduced' }, [10, 5, 10], [1, 1, 1]]
	] as const)('%s', (_name, easyDays, counts, modifiers) => {
		expect(easyDayModifiers(days, counts, easyDays)).toEqual(modifiers);
	});

	it('takes a single reduced day: there is no other', () => {
		expect(easyDayModifiers([monday], [3], { ...always, 1: 'reduced' })).toEqual([1]);
	});
});

it.each([
	[0, 1e-6],
	[1, 0.2],
	[-2, 0.4],
	[3, 0.6],
	[-4, 0.8],
	[5, 1]
])('a sibling %d days away makes a day %d as welcome', (distance, modifier) => {
	expect(siblingModifier(100, [100 + distance, 300])).toBe(modifier);
	expect(siblingModifier(100, [])).toBe(1);
});

describe('balancedDay', () => {
	it('weighs a day by (1/cards)^2.15 · (1/interval)^3', () => {
		const dueCounts = new Map([
			[monday + 10, 4],
			[monday + 11, 1]
		]);
		const [first = 0, second = 0, third = 0] = dayWeights(
			{ lower: 10, upper: 12 },
			{ ...loads, dueCounts },
			options
		);
		expect(first).toBeCloseTo((1 / 4) ** 2.15 * (1 / 10) ** 3, 12);
		expect(second).toBeCloseTo((1 / 11) ** 3, 12);
		// A day without any counts as one with a single card.
		expect(third).toBeCloseTo((1 / 12) ** 3, 12);
	});

	it('keeps easy days and siblings apart also where nothing is due (a bug elsewhere)', () => {
		const easyDays: EasyDays = { ...always, 4: 'minimum' };
		const range = { lower: 2, upper: 4 };
		const chosen = new Set<number>();
		for (let index = 0; index < 2_000; index++) {
			const choose = balancedDay(
				{ ...loads, siblingDueDays: [monday + 9], random: seededRandom('c', index) },
				{ ...options, easyDays }
			);
			chosen.add(choose(range));
		}
		// Monday + 3 is the Thursday.
		expect([...chosen].sort()).toEqual([2, 4]);
	});

	it('never lands on a sibling while another day is free', () => {
		for (let index = 0; index < 500; index++) {
			const choose = balancedDay(
				{ ...loads, siblingDueDays: [monday + 7], random: seededRandom('c', index) },
				options
			);
			expect(choose({ lower: 5, upper: 9 })).not.toBe(7);
		}
	});

	it('evens out what is due', () => {
		const dueCounts = new Map<number, number>();
		for (let index = 0; index < 1_400; index++) {
			const choose = balancedDay({ ...loads, dueCounts, random: seededRandom('c', index) }, options);
			const day = monday + choose({ lower: 14, upper: 20 });
			dueCounts.set(day, (dueCounts.get(day) ?? 0) + 1);
		}
		const counts = [...dueCounts.values()];
		expect(counts).toHaveLength(7);
		expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.6);
	});

	it('leaves long intervals, and decks that do not want it, to chance alone', () => {
		const dueCounts = new Map([[monday + 95, 1_000]]);
		expect(balancedDay({ ...loads, dueCounts }, options)({ lower: 90, upper: 100 })).toBe(95);
		expect(balancedDay(loads, { ...options, isLoadBalanced: false })({ lower: 10, upper: 20 })).toBe(15);
	});
});
