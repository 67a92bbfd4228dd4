import { liveEvents } from '#review-log/live-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { DayTotals } from './library.ts';

/** What the events written under one card's id add to the totals of the days on which they happened. */
export function reviewTotals(events: readonly LogEvent[]): ReadonlyMap<StudyDay, DayTotals> {
	const totals = new Map<StudyDay, DayTotals>();
	for (const event of liveEvents(inLogOrder(events)).live) {
		if (event.type !== 'review' || event.payload.mode === 'cram') continue;
		const { reviews, tookMs } = totals.get(event.day) ?? { reviews: 0, tookMs: 0 };
		totals.set(event.day, { reviews: reviews + 1, tookMs: tookMs + event.payload.tookMs });
	}
	return totals;
}
