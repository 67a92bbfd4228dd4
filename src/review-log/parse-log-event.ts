import * as v from 'valibot';
import type { CardId } from '#deck/ids.ts';
import type { EventPayloads, EventType, LogEvent, Rating, SettingValue } from './log-event.ts';

/**
 * An event that came from outside (a backup, another device), checked. Unknown fields are kept out.
 * @throws LogEventError naming the field and what is wrong with it
 */
export function parseLogEvent(value: unknown): LogEvent {
	const envelope = check(envelopeSchema, value, '');
	const payload = check(payloadSchemas[envelope.type], envelope.payload, 'payload');
	if (envelope.cardId === '' && envelope.type !== 'setting' && envelope.type !== 'undo') {
		throw new LogEventError('cardId', 'is missing');
	}
	if (envelope.cardId !== '' && envelope.type === 'setting') {
		throw new LogEventError('cardId', 'must be empty for a setting');
	}
	return { ...envelope, payload } as LogEvent;
}

export class LogEventError extends Error {
	override readonly name = 'LogEventError';
	constructor(
		/** Path in the event: `payload.rating`; '' for the whole. */
		readonly field: string,
		readonly reason: string
	) {
		super(field === '' ? reason : `${field}: ${reason}`);
	}
}

function check<Schema extends v.GenericSchema>(schema: Schema, value: unknown, path: string) {
	const result = v.safeParse(schema, value, { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	const field = v.getDotPath(issue);
	throw new LogEventError([path, field].filter(Boolean).join('.'), issue.message);
}

const integer = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(integer, v.minValue(0));
/** Within ±285,000 years; what a Date can hold. */
const instant = v.pipe(integer, v.minValue(-8.64e15), v.maxValue(8.64e15));
const studyDay = v.pipe(integer, v.minValue(-1e8), v.maxValue(1e8));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(1_000_000));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(4e9));
const steps = v.pipe(v.array(seconds), v.maxLength(100));
const noDetail = v.strictObject({});

const settingValue: v.GenericSchema<SettingValue> = v.lazy(() =>
	v.union([
		v.null(),
		v.boolean(),
		v.pipe(v.number(), v.finite()),
		text,
		v.array(settingValue),
		v.record(v.string(), settingValue)
	])
);

const mark = v.object({ count, xor: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)) });

const payloadSchemas = {
	review: v.object({
		rating: v.picklist([1, 2, 3, 4] satisfies Rating[]),
		tookMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
		mode: v.picklist(['normal', 'cram']),
		intervalDays: count,
		desiredRetention: v.pipe(v.number(), v.gtValue(0), v.ltValue(1)),
		parametersId: v.pipe(v.string(), v.maxLength(200)),
		delaySeconds: v.exactOptional(seconds),
		options: v.exactOptional(
			v.object({
				learningSteps: v.exactOptional(steps),
				relearningSteps: v.exactOptional(steps),
				maximumIntervalDays: v.exactOptional(v.pipe(integer, v.minValue(1))),
				leechThreshold: v.exactOptional(count)
			})
		),
		prefix: mark
	}),
	undo: v.object({ target: id }),
	reset: v.object({ zeroCounts: v.boolean() }),
	setDue: v.object({
		dueDay: studyDay,
		cause: v.picklist(['set', 'reschedule', 'postpone', 'advance'])
	}),
	suspend: noDetail,
	unsuspend: noDetail,
	bury: v.object({ cause: v.picklist(['manual', 'sibling']) }),
	flag: v.object({ flag: v.pipe(count, v.maxValue(99)), note: v.exactOptional(text) }),
	edit: v.object({ front: v.nullable(text), back: v.nullable(text) }),
	rebind: v.object({ from: v.custom<CardId>((value) => v.is(id, value), 'must be a card id') }),
	setting: v.object({ key: id, value: settingValue })
} satisfies { [Type in EventType]: v.GenericSchema<unknown, EventPayloads[Type]> };

const envelopeSchema = v.object({
	id,
	deviceId: id,
	cardId: v.pipe(v.string(), v.maxLength(200)),
	type: v.picklist(Object.keys(payloadSchemas) as EventType[]),
	at: instant,
	hlc: v.pipe(v.number(), v.finite()),
	tzOffset: v.pipe(v.number(), v.minValue(-1440), v.maxValue(1440)),
	day: studyDay,
	payload: v.unknown(),
	v: v.literal(1)
});
