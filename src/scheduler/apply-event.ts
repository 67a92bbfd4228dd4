import type { EventType, LogEvent, LogEventOf } from '#review-log/log-event.ts';
import { hashText } from '#review-log/hash-text.ts';
import { addHash } from '#review-log/mark.ts';
import { applyReview } from './apply-review.ts';
import { applySetDue } from './apply-set-due.ts';
import type { MemoryUnder } from './memories-under.ts';
import type { Models } from './models.ts';
import type { OpenRecord } from './open-record.ts';

/** Writes one live event to the record of its card; `open.last` and undone events are the caller's. */
export function applyEvent(
	open: OpenRecord,
	event: LogEvent,
	models: Models,
	memoryUnder: MemoryUnder
): void {
	const hash = hashText(event.id);
	if (event.type === 'review') applyReview(open, event, models, memoryUnder);
	else (appliers[event.type] as (open: OpenRecord, event: LogEvent) => void)(open, event);
	if (isScheduling(event)) addHash(open.reviewMark, hash);
	addHash(open.mark, hash);
}

/** Events that a review stores as its prefix: what was scheduled before it. */
const isScheduling = (event: LogEvent) =>
	event.type === 'reset' || (event.type === 'review' && event.payload.mode !== 'cram');

type Appliers = {
	readonly [Type in Exclude<EventType, 'review'>]: (open: OpenRecord, event: LogEventOf<Type>) => void;
};

/** A type of event that is missing here does not compile. */
const appliers: Appliers = {
	reset(open, { payload }) {
		open.state = { kind: 'new' };
		if (payload.zeroCounts) {
			open.reps = 0;
			open.lapses = 0;
			open.isLeech = false;
		}
	},
	setDue: (open, { payload }) => applySetDue(open, payload.dueDay),
	suspend(open) {
		open.isSuspended = true;
	},
	unsuspend(open) {
		open.isSuspended = false;
	},
	bury(open, { day }) {
		open.buriedUntilDay = Math.max(open.buriedUntilDay ?? day + 1, day + 1);
	},
	flag(open, { payload }) {
		open.flag = payload.flag;
	},
	edit(open, { payload: { front, back } }) {
		open.overlay = front === null && back === null ? null : { front, back };
	},
	// Whose reviews are bound is decided before the fold (`boundCards`): they are among the events.
	rebind: nothing,
	undo: nothing,
	setting: nothing
};

function nothing(): void {
	// The event changes no record by itself.
}
