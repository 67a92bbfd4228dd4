import type { LogEvent } from '#review-log/log-event.ts';
import { applyEvent } from './apply-event.ts';
import type { CardRecord } from './card-record.ts';
import { isStep } from './is-step.ts';
import type { Models } from './models.ts';
import { closeRecord, openRecord } from './open-record.ts';

/** One step of the fold; undefined where the whole fold is needed. See `Scheduler.appendEvent`. */
export function appendEvent(record: CardRecord, event: LogEvent, models: Models): CardRecord | undefined {
	const open = openRecord(record);
	if (!isStep(open, event, models)) return undefined;
	applyEvent(open, event, models, () => undefined);
	open.last = { hlc: event.hlc, id: event.id };
	return closeRecord(open);
}
