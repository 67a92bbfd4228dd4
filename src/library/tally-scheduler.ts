import { liveEvents } from '#review-log/live-events.ts';
import type { LogEvent, LogEventOf } from '#review-log/log-event.ts';
import { markOf } from '#review-log/mark.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { CardState } from '#scheduler/card-state.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';

/**
 * For tests of libraries: a scheduler without formulas, whose records can be told by heart. Again is asked in a minute;
 * anything else on the day that the review says.
 */
export const tallyScheduler = { foldCard, appendEvent: () => undefined } as unknown as Scheduler;

function foldCard(cardId: CardRecord['cardId'], events: readonly LogEvent[]): CardRecord {
	const ordered = inLogOrder(events);
	const { live } = liveEvents(ordered);
	const last = ordered.at(-1);
	const reviews = live.slice(live.findLastIndex(isReset) + 1).filter(isCounted);
	return {
		cardId,
		state: stateOf(reviews, live),
		reps: reviews.length,
		lapses: reviews.filter(({ payload }) => payload.rating === 1).length,
		isLeech: false,
		isSuspended: live.findLast(({ type }) => type === 'suspend' || type === 'unsuspend')?.type === 'suspend',
		buriedUntilDay: null,
		flag: live.findLast((event) => event.type === 'flag')?.payload.flag ?? 0,
		overlay: live.findLast((event) => event.type === 'edit')?.payload ?? null,
		mark: markOf(live.map(({ id }) => id)),
		reviewMark: markOf(reviews.map(({ id }) => id)),
		last: last ? { hlc: last.hlc, id: last.id } : null
	};
}

const isReset = (event: LogEvent) => event.type === 'reset';

const isCounted = (event: LogEvent): event is LogEventOf<'review'> =>
	event.type === 'review' && event.payload.mode === 'normal';

function stateOf(reviews: readonly LogEventOf<'review'>[], live: readonly LogEvent[]): CardState {
	const last = reviews.at(-1);
	if (!last) return { kind: 'new' };
	const seen = { memory: { reps: reviews.length }, lastReviewAt: last.at, lastReviewDay: last.day };
	if (last.payload.rating === 1) return { kind: 'learning', step: 0, dueAt: last.at + 60_000, ...seen };
	const moved = live.slice(live.indexOf(last)).findLast((event) => event.type === 'setDue');
	const { intervalDays } = last.payload;
	const dueDay = moved?.payload.dueDay ?? last.day + intervalDays;
	return { kind: 'review', dueDay, intervalDays, ...seen };
}
