import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createScheduler } from './create-scheduler.ts';
import { exampleRecord } from './example-record.ts';
import { fsrs6Defaults } from './fsrs6-parameters.ts';
import { overdueness } from './overdueness.ts';
import { defaultPreset } from './preset.ts';

const scheduler = createScheduler();
const day = 20_000;

it('is what recall says: (R^(−1/w20) − 1) / (DR^(−1/w20) − 1) − 1, R being the recall after the days elapsed', () => {
	const power = -1 / (fsrs6Defaults[20] ?? NaN);
	fc.assert(
		fc.property(
			fc.double({ min: 0.5, max: 3_000, noNaN: true }),
			fc.integer({ min: 1, max: 2_000 }),
			fc.double({ min: 0.7, max: 0.99, noNaN: true }),
			(stability, elapsed, desiredRetention) => {
				const record = exampleRecord('a', { lastReviewDay: day, intervalDays: 10, stability });
				const { state } = record;
				if (state.kind !== 'review') throw new Error('expected a review');
				const recall = scheduler.retrievability(record, state.lastReviewAt + elapsed * 86_400_000) ?? NaN;
				const expected = (recall ** power - 1) / (desiredRetention ** power - 1) - 1;
				const preset = { ...defaultPreset, desiredRetention };
				const found = overdueness({ record, state }, elapsed, { scheduler, preset, today: day });
				expect(Math.abs(found - expected)).toBeLessThan(1e-6 * (1 + Math.abs(expected)));
			}
		),
		{ seed: 7, numRuns: 500 }
	);
});
