import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weekday } from '#time/weekday.ts';
import { buildHeatmap } from './build-heatmap.ts';

const totals = fc
	.array(
		fc.record({ day: fc.integer({ min: 19_900, max: 20_020 }), reviews: fc.integer({ min: 1, max: 90 }) })
	)
	.map((days) => new Map(days.map(({ day, reviews }) => [day, { reviews, tookMs: reviews * 1_000 }])));

it('holds every day of its weeks once, to today, each week from Monday on', () => {
	fc.assert(
		fc.property(
			totals,
			fc.integer({ min: 19_990, max: 20_010 }),
			fc.integer({ min: 1, max: 53 }),
			(map, today, weeks) => {
				const grid = buildHeatmap(map, today, weeks);
				const days = grid.flat();
				expect(grid).toHaveLength(weeks);
				expect(grid.every(([first]) => first !== undefined && weekday(first.day) === 1)).toBe(true);
				expect(days.at(-1)?.day).toBe(today);
				expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
				const first = days[0]?.day ?? 0;
				const naive = [...map].reduce(
					(sum, [day, one]) => sum + (day >= first && day <= today ? one.reviews : 0),
					0
				);
				expect(days.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(naive);
			}
		),
		{ seed: 20261124 }
	);
});

it('is darker where more was done, and empty only where nothing was', () => {
	fc.assert(
		fc.property(totals, (map) => {
			const days = buildHeatmap(map, 20_010, 16).flat();
			for (const a of days) {
				expect(a.level === 0).toBe(a.reviews === 0);
				for (const b of days) if (a.reviews < b.reviews) expect(a.level).toBeLessThanOrEqual(b.level);
			}
		}),
		{ seed: 20261124, numRuns: 20 }
	);
});
