import { describe, expect, it } from 'vitest';
import { fsrs6Defaults, readFsrs6Parameters } from './fsrs6-parameters.ts';

describe('readFsrs6Parameters', () => {
	it('keeps the defaults: a changed digit changes every card', () => {
		expect(fsrs6Defaults).toMatchInlineSnapshot(`
			[
			  0.212,
			  1.2931,
			  2.3065,
			  8.2956,
			  6.4133,
			  0.8334,
			  3.0194,
			  0.001,
			  1.8722,
			  0.1666,
			  0.796,
			  1.4835,
			  0.0614,
			  0.2629,
			  1.6483,
			  0.6014,
			  1.8729,
			  0.5425,
			  0.0912,
			  0.0658,
			  0.1542,
			]
		`);
		expect(readFsrs6Parameters(fsrs6Defaults)).toEqual(fsrs6Defaults);
	});

	it('brings FSRS-5 to 21 weights', () => {
		expect(readFsrs6Parameters(fsrs6Defaults.slice(0, 19)).slice(17)).toEqual([0.5425, 0.0912, 0, 0.5]);
	});

	it('brings FSRS-4.5 to 21 weights: w4 = 2·w5 + w4, w5 = ln(3·w5 + 1)/3, w6 + 0.5', () => {
		const four = [
			0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61
		];
		const read = readFsrs6Parameters(four);
		expect(read[4]).toBeCloseTo(6.81, 10);
		expect(read[5]).toBeCloseTo(Math.log(3.82) / 3, 10);
		expect(read[6]).toBeCloseTo(1.36, 10);
		expect(read.slice(16)).toEqual([2.61, 0, 0, 0, 0.5]);
	});

	it.each([
		['too few', [1, 2, 3]],
		['too many', Array.from({ length: 35 }, () => 1)],
		['no number', fsrs6Defaults.map((weight, index) => (index === 7 ? NaN : weight))],
		['infinite', fsrs6Defaults.map((weight, index) => (index === 7 ? Infinity : weight))]
	])('takes the defaults where there are %s', (_name, values) => {
		expect(readFsrs6Parameters(values)).toBe(fsrs6Defaults);
	});

	it('brings each weight into its bounds', () => {
		const low = readFsrs6Parameters(fsrs6Defaults.map(() => -1e9));
		const high = readFsrs6Parameters(fsrs6Defaults.map(() => 1e9));
		expect([low[0], low[4], low[16], low[19], low[20]]).toEqual([0.001, 1, 1, 0, 0.1]);
		expect([high[0], high[4], high[16], high[17], high[19], high[20]]).toEqual([100, 10, 6, 2, 0.8, 0.8]);
	});
});
