import type { CardId } from '#deck/ids.ts';
import type { EventPayloads, EventType, LogEvent, LogEventOf } from './log-event.ts';

/** For tests: an event with everything filled in. */
export function exampleEvent<Type extends EventType>(
	type: Type,
	payload: EventPayloads[Type],
	envelope: Partial<Omit<LogEvent, 'type' | 'payload'>> = {}
): LogEventOf<Type> {
	const { hlc = 1_000, id = `${type}-${hlc}` } = envelope;
	const event = {
		id,
		deviceId: 'device',
		cardId: (type === 'setting' ? '' : 'card') as CardId,
		type,
		at: hlc,
		hlc,
		tzOffset: 480,
		day: 0,
		...envelope,
		payload,
		v: 1
	};
	return event as unknown as LogEventOf<Type>;
}

/** For tests: one of each type, no optional field left out. */
export const eventExamples: readonly LogEvent[] = [
	exampleEvent('review', {
		rating: 3,
		tookMs: 4_200,
		mode: 'normal',
		intervalDays: 0,
		desiredRetention: 0.9,
		parametersId: 'fsrs-6',
		delaySeconds: 600,
		options: {
			learningSteps: [60],
			relearningSteps: [],
			maximumIntervalDays: 365,
			leechThreshold: 0
		},
		prefix: { count: 0, xor: '0000000000000000' }
	}),
	exampleEvent('undo', { target: 'x' }),
	exampleEvent('reset', { zeroCounts: true }),
	exampleEvent('setDue', { dueDay: 20_000, cause: 'set' }),
	exampleEvent('suspend', {}),
	exampleEvent('unsuspend', {}),
	exampleEvent('bury', { cause: 'manual' }),
	exampleEvent('flag', { flag: 1, note: 'wrong' }),
	exampleEvent('edit', { front: 'Q', back: null }),
	exampleEvent('rebind', { from: 'old' as CardId }),
	exampleEvent('setting', { key: 'app.rolloverHour', value: 4 })
];
