import type { EventType, LogEvent } from './log-event.ts';
import {
	FieldError,
	fields,
	flag,
	listOf,
	number,
	oneOf,
	optional,
	orNull,
	readFields,
	text,
	wholeNumber,
	type FieldRule,
	type FieldRules
} from './read-fields.ts';

/**
 * An event that came from outside (a backup, another device), checked. Fields that no event has are left out, and the
 * others stand in the order of this page, so that equal events are equal texts.
 * @throws FieldError naming the field and what it must be
 */
export function parseLogEvent(value: unknown): LogEvent {
	const event = readFields(value, envelope);
	const type = event['type'] as EventType;
	event['payload'] = readFields(event['payload'], payloads[type], 'payload');
	// An undo is about the card of what it undoes, or about none where it undoes a setting.
	const isAboutNone = event['cardId'] === '';
	if (isAboutNone && type !== 'setting' && type !== 'undo') throw new FieldError('cardId', 'is missing');
	if (!isAboutNone && type === 'setting') throw new FieldError('cardId', 'must be empty for a setting');
	return event as unknown as LogEvent;
}

const count = wholeNumber(0);
/** What a Date can hold. */
const instant = wholeNumber(-8.64e15, 8.64e15);
const studyDay = wholeNumber(-1e8, 1e8);
const id = text(1, 200);
const seconds = number(0, 4e9);
const steps = listOf(seconds, 100);

const mark: FieldRule = fields({
	count,
	xor: {
		isSound: (value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value),
		says: 'must be 16 hexadecimal digits'
	}
});

/** Whatever JSON can say: it was JSON when it came. */
const anything: FieldRule = { isSound: (value) => value !== undefined, says: 'is missing' };

const payloads: { readonly [Type in EventType]: FieldRules } = {
	review: {
		rating: oneOf([1, 2, 3, 4]),
		tookMs: number(0, 1e9),
		mode: oneOf(['normal', 'cram']),
		intervalDays: wholeNumber(0, 1e6),
		desiredRetention: number(0.01, 0.9999),
		parametersId: text(1, 200),
		delaySeconds: optional(seconds),
		options: optional(
			fields({
				learningSteps: optional(steps),
				relearningSteps: optional(steps),
				maximumIntervalDays: optional(wholeNumber(1, 1e6)),
				leechThreshold: optional(count),
				isFuzzed: optional(flag)
			})
		),
		prefix: mark
	},
	undo: { target: id },
	reset: { zeroCounts: flag },
	setDue: { dueDay: studyDay, cause: oneOf(['set', 'reschedule', 'postpone', 'advance']) },
	suspend: {},
	unsuspend: {},
	bury: { cause: oneOf(['manual', 'sibling']) },
	flag: { flag: wholeNumber(0, 99), note: optional(text()) },
	edit: { front: orNull(text()), back: orNull(text()) },
	rebind: { from: id },
	setting: { key: id, value: anything }
};

const envelope: FieldRules = {
	id,
	deviceId: id,
	cardId: text(0, 200),
	type: oneOf(Object.keys(payloads)),
	at: instant,
	hlc: number(-1e16, 1e16),
	tzOffset: number(-1_440, 1_440),
	day: studyDay,
	// Read by its own rules, above; named here to keep its place.
	payload: anything,
	v: oneOf([1])
};
