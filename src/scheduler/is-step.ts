import { compareEvents } from '#review-log/compare-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { isMark } from '#review-log/mark.ts';
import type { Models } from './models.ts';
import type { OpenRecord } from './open-record.ts';

/** Whether the record after an event follows from the record before it and the event alone. */
export function isStep(record: OpenRecord, event: LogEvent, models: Models): boolean {
	if (event.type === 'undo' || event.type === 'rebind' || record.unmetUndos?.includes(event.id)) return false;
	if (record.last !== null && compareEvents(record.last, event) >= 0) return false;
	if (event.type !== 'review' || isMark(record.reviewMark, event.payload.prefix)) return true;
	// Rated without knowing of others: scheduled anew, by the parameters of then.
	return models.byId(event.payload.parametersId) === models.inForce;
}
