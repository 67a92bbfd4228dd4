import { expect, it } from 'vitest';
import { createScheduler } from './create-scheduler.ts';
import { exampleRecord } from './example-record.ts';
import { defaultPreset } from './preset.ts';

it.each([
	[-5, 0],
	[4_200.4, 4_200],
	[60_000, 60_000],
	[7_200_000, 60_000]
])('an answer of %d ms counts for %d: longer ones were none', (tookMs, stored) => {
	const scheduler = createScheduler();
	const record = exampleRecord('a', { lastReviewDay: 20_000, intervalDays: 10 });
	const moment = { at: 20_010 * 86_400_000, day: 20_010, nextDayAt: 20_011 * 86_400_000 };
	const previews = scheduler.previewRatings(record, moment, defaultPreset);
	const answer = { rating: 3 as const, previews, preset: defaultPreset, tookMs, mode: 'normal' as const };
	expect(scheduler.reviewPayload(record, answer).tookMs).toBe(stored);
});
