import type { StudyDay } from '#time/study-day.ts';
import type { OpenRecord } from './open-record.ts';

/**
 * A due day set by hand or by rescheduling: the interval runs from the last review to it, memory is untouched. A card in
 * (re)learning leaves its steps; a new card, of which nothing is remembered, stays new (Anki `scheduler/reviews.rs`).
 */
export function applySetDue(open: OpenRecord, dueDay: StudyDay): void {
	const { state } = open;
	if (state.kind === 'new') return;
	open.state = {
		kind: 'review',
		memory: state.memory,
		lastReviewAt: state.lastReviewAt,
		lastReviewDay: state.lastReviewDay,
		dueDay,
		intervalDays: Math.max(1, dueDay - state.lastReviewDay)
	};
}
