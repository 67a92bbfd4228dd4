import { compareEvents } from '#review-log/compare-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { isMark } from '#review-log/mark.ts';
import { applyEvent } from './apply-event.ts';
import type { CardRecord } from './card-record.ts';
import type { Models } from './models.ts';
import { closeRecord, openRecord } from './open-record.ts';

/** One step of the fold; undefined where the whole fold is needed. See `Scheduler.appendEvent`. */
export function appendEvent(record: CardRecord, event: LogEvent, models: Models): CardRecord | undefined {
	if (event.type === 'undo' || event.type === 'rebind' || record.unmetUndos?.includes(event.id)) {
		return undefined;
	}
	if (record.last !== null && compareEvents(record.last, event) >= 0) return undefined;
	const open = openRecord(record);
	// A review rated without knowing of others is scheduled anew; by older parameters, if those were in force.
	const isAnew = event.type === 'review' && !isMark(open.reviewMark, event.payload.prefix);
	if (isAnew && models.byId(event.payload.parametersId) !== models.inForce) return undefined;
	applyEvent(open, event, models, () => undefined);
	open.last = { hlc: event.hlc, id: event.id };
	return closeRecord(open);
}
