import { liveEvents } from '#review-log/live-events.ts';
import type { LogEvent, Rating } from '#review-log/log-event.ts';
import type { Memory } from '#scheduler/card-state.ts';
import { elapsedSince } from '#scheduler/elapsed-since.ts';
import type { MemoryModel } from '#scheduler/memory-model.ts';
import { HOUR_MS, MINUTE_MS } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';

/** One rating as the charts count it, or something else that changed what is remembered. */
export interface ReviewRow {
	readonly day: StudyDay;
	/** Local hour where it happened, 0–23. */
	readonly hour: number;
	/** 0 where it is no rating to be counted: the card was forgotten, or continues what was learnt under another id. */
	readonly rating: Rating | 0;
	/** Whole days of the interval that ended with it; 0 while in (re)learning, -1 where the card was new. */
	readonly intervalBefore: number;
	readonly tookMs: number;
	/** What the model in force expected, 0–1; NaN where it is not judged (first reviews, and several on a day). */
	readonly expected: number;
	/** Days, after it; 0 where the card was forgotten. */
	readonly stability: number;
}

/**
 * The reviews of one card that count (live, rated, no cram), and what else changed its memory, in log order.
 * @param events of the card, and before them those of the cards it continues, in log order, undos included
 * @param isOwn whether an event belongs to the card itself; what it continues is learnt from and not counted
 */
export function reviewRows(
	events: readonly LogEvent[],
	model: MemoryModel,
	isOwn: (event: LogEvent) => boolean = () => true
): readonly ReviewRow[] {
	const rows: ReviewRow[] = [];
	let seen: Seen | undefined;
	for (const event of liveEvents(events).live) {
		if (event.type === 'reset' && seen !== undefined) {
			seen = undefined;
			rows.push({ ...uncounted, day: event.day, stability: 0 });
		}
		if (event.type === 'setDue' && seen !== undefined)
			seen = { ...seen, intervalDays: Math.max(1, event.payload.dueDay - seen.lastReviewDay) };
		if (event.type !== 'review' || event.payload.mode === 'cram') continue;
		const before = seen;
		const { rating, tookMs, intervalDays } = event.payload;
		const elapsed = before && elapsedSince(before, event);
		const memory = before && elapsed ? model.next(before.memory, elapsed, rating) : model.first(rating);
		seen = { memory, lastReviewAt: event.at, lastReviewDay: event.day, intervalDays };
		const stability = model.describe(memory).stabilityDays;
		if (!isOwn(event)) {
			rows.push({ ...uncounted, day: event.day, stability });
			continue;
		}
		rows.push({
			day: event.day,
			hour: localHour(event),
			rating,
			intervalBefore: before?.intervalDays ?? -1,
			tookMs: Math.min(tookMs, longestMs),
			expected: before && elapsed && elapsed.days > 0 ? model.expected(before.memory, elapsed) : NaN,
			stability
		});
	}
	return rows;
}

const uncounted = { hour: 0, rating: 0, intervalBefore: -1, tookMs: 0, expected: NaN } as const;

interface Seen {
	readonly memory: Memory;
	readonly lastReviewAt: number;
	readonly lastReviewDay: StudyDay;
	readonly intervalDays: number;
}

/** Longer means that the card was left open. */
const longestMs = 60_000;

const localHour = ({ at, tzOffset }: LogEvent): number =>
	((Math.floor((at + tzOffset * MINUTE_MS) / HOUR_MS) % 24) + 24) % 24;
