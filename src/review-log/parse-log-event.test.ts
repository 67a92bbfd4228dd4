import { describe, expect, it } from 'vitest';
import { eventExamples, exampleEvent } from './event-examples.ts';
import { parseLogEvent } from './parse-log-event.ts';

const change = (event: unknown, path: string, value: unknown) => {
	const copy = structuredClone(event) as Record<string, unknown>;
	const names = path.split('.');
	let inner = copy;
	for (const name of names.slice(0, -1)) inner = inner[name] as Record<string, unknown>;
	const last = names.at(-1) ?? '';
	if (value === undefined) Reflect.deleteProperty(inner, last);
	else inner[last] = value;
	return copy;
};

describe('parseLogEvent', () => {
	it.each(eventExamples.map((event) => [event.type, event] as const))(
		'reads a %s as it was written',
		(_type, event) => {
			const text = JSON.stringify(event);
			expect(JSON.stringify(parseLogEvent(JSON.parse(text)))).toBe(text);
		}
	);

	it('leaves out what no event has', () => {
		const event = exampleEvent('flag', { flag: 1 });
		expect(parseLogEvent({ ...event, t: 'event', extra: 1, payload: { flag: 1, colour: 'red' } })).toEqual(
			event
		);
	});

	it('takes an undo of a setting, which is about no card', () => {
		const undo = exampleEvent('undo', { target: 's' }, { cardId: '' });
		expect(parseLogEvent(undo)).toEqual(undo);
	});

	const [review, , , setDue] = eventExamples;
	it.each([
		['no object', 'x', ''],
		['null', null, ''],
		['an unknown type', change(review, 'type', 'revue'), 'type'],
		['a type that only objects have', change(review, 'type', 'constructor'), 'type'],
		['no id', change(review, 'id', undefined), 'id'],
		['an empty id', change(review, 'id', ''), 'id'],
		['a card that is missing', change(review, 'cardId', ''), 'cardId'],
		[
			'a setting about a card',
			exampleEvent('setting', { key: 'k', value: 1 }, { cardId: 'c' as never }),
			'cardId'
		],
		['a newer shape', change(review, 'v', 2), 'v'],
		['time as text', change(review, 'at', '2026'), 'at'],
		['a time that no Date holds', change(review, 'at', 1e17), 'at'],
		['half a day', change(review, 'day', 1.5), 'day'],
		['no payload', change(review, 'payload', undefined), 'payload'],
		['a rating of five', change(review, 'payload.rating', 5), 'payload.rating'],
		['a negative interval', change(review, 'payload.intervalDays', -1), 'payload.intervalDays'],
		['a retention of 90', change(review, 'payload.desiredRetention', 90), 'payload.desiredRetention'],
		['steps that are no list', change(review, 'payload.options.learningSteps', 60), 'payload.options'],
		['a mark in capitals', change(review, 'payload.prefix.xor', 'ABCDEF0123456789'), 'payload.prefix'],
		['a due day that is missing', change(setDue, 'payload.dueDay', undefined), 'payload.dueDay']
	])('refuses %s, naming the field', (_name, value, field) => {
		expect(() => parseLogEvent(value)).toThrow(
			expect.objectContaining({ name: 'FieldError', field }) as Error
		);
	});
});
