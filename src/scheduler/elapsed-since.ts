import { DAY_MS, type Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { Elapsed } from './memory-model.ts';

/**
 * Time from one review to the next in log order. Each event carries its own study day, so neither a change of daylight
 * saving nor travel moves old deltas; a clock that ran backwards counts as no time.
 */
export const elapsedSince = (
	before: { readonly lastReviewDay: StudyDay; readonly lastReviewAt: Instant },
	now: { readonly day: StudyDay; readonly at: Instant }
): Elapsed => ({
	days: Math.max(0, now.day - before.lastReviewDay),
	exactDays: Math.max(0, now.at - before.lastReviewAt) / DAY_MS
});
