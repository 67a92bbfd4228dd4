import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEvent } from '#review-log/log-event.ts';
import { eventsToText, joinTexts, textToEvents } from './event-text.ts';
import { eventMaker } from './sample-events.ts';

const { make, review } = eventMaker();

// The log of every device is written in this form: what it says today, it must say forever.
test('the stored form of events', () => {
	const prefix = { count: 2, xor: '00ff00ff00ff00ff' };
	expect(
		[
			review('a1', 3, 20_000, { prefix }),
			review('a1', 1, 20_000, { mode: 'cram' }),
			review('a1', 3, 20_000, { options: { maximumIntervalDays: 9, learningSteps: [60] } }),
			make('undo', 'a1', { target: 'x' }),
			make('setting', '', { key: 'app.theme', value: { z: 1, a: [null] } })
		].map((event) => eventsToText([event]))
	).toMatchInlineSnapshot(`
		[
		  "[["r","019254d3-83e8-7000-8000-efb100000001","device-a","a1",1728000001000,0,0,20000,3,1000,0,3,0.9,"fsrs6",2,"00ff00ff00ff00ff"]]",
		  "[["r","019254d3-87d0-7000-8000-efb100000002","device-a","a1",1728000002000,0,0,20000,1,1000,1,0,0.9,"fsrs6",0,"0000000000000000",60]]",
		  "[["r","019254d3-8bb8-7000-8000-efb100000003","device-a","a1",1728000003000,0,0,20000,3,1000,0,3,0.9,"fsrs6",0,"0000000000000000",null,"{\\"learningSteps\\":[60],\\"maximumIntervalDays\\":9}"]]",
		  "[{"at":1728000004000,"cardId":"a1","day":20000,"deviceId":"device-a","hlc":1728000004000,"id":"019254d3-8fa0-7000-8000-efb100000004","payload":{"target":"x"},"type":"undo","tzOffset":0,"v":1}]",
		  "[{"at":1728000005000,"cardId":"","day":20000,"deviceId":"device-a","hlc":1728000005000,"id":"019254d3-9388-7000-8000-efb100000005","payload":{"key":"app.theme","value":{"a":[null],"z":1}},"type":"setting","tzOffset":0,"v":1}]",
		]
	`);
});

test('the texts of version 1 are read as they were written', () => {
	const text =
		'[["r","0192f0c1-0000-7000-8000-000000000001","dev","card",1728000000000,5,480,20000,4,1500,0,12,0.9,"fsrs6",1,"0123456789abcdef"],' +
		'["r","0192f0c1-0000-7000-8000-000000000002","dev","card",1728000000009,0,480,20000,1,900,0,0,0.9,"fsrs6",2,"0123456789abcdef",60,"{\\"leechThreshold\\":0}"],' +
		'{"at":1,"cardId":"card","day":20000,"deviceId":"dev","hlc":2,"id":"x","payload":{"flag":1},"type":"flag","tzOffset":0,"v":1}]';
	const events = textToEvents(text);
	expect(events).toMatchObject([
		{ type: 'review', hlc: 1728000000005, payload: { rating: 4, mode: 'normal', intervalDays: 12 } },
		{ type: 'review', payload: { delaySeconds: 60, options: { leechThreshold: 0 } } },
		{ type: 'flag', payload: { flag: 1 } }
	]);
	expect(eventsToText(events)).toBe(text);
});

test('any event comes back as it was, with what this version does not know of', () => {
	const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));
	const extra = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 });
	const event = fc
		.record({
			base: fc.constantFrom<LogEvent>(
				review('a1'),
				review('__proto__', 1),
				make('edit', 'a1', { front: '卡"\n', back: null }),
				make('setting', '', { key: 'k', value: [{ b: 1, a: null }] })
			),
			envelope: extra,
			payload: extra,
			delaySeconds: fc.option(fc.nat(), { nil: undefined }),
			desiredRetention: number
		})
		.map(({ base, envelope, payload, delaySeconds, desiredRetention }) => {
			const isReview = base.type === 'review';
			const known = isReview ? { desiredRetention, ...(delaySeconds !== undefined && { delaySeconds }) } : {};
			return { ...envelope, ...base, payload: { ...payload, ...base.payload, ...known } } as LogEvent;
		});
	fc.assert(
		fc.property(fc.array(event, { maxLength: 4 }), (events) => {
			const text = eventsToText(events);
			expect(textToEvents(text)).toEqual(events);
			expect(eventsToText(textToEvents(text))).toBe(text);
		}),
		{ numRuns: 300, seed: 20261124 }
	);
});

test('equal events have equal texts, whatever the order of their fields', () => {
	const event = make('setting', '', { key: 'k', value: { b: 1, a: { d: 1, c: 2 } } });
	const reversed = JSON.parse(
		JSON.stringify(event, (_, value: unknown) =>
			value && typeof value === 'object' && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).reverse())
				: value
		)
	) as LogEvent;
	expect(eventsToText([reversed])).toBe(eventsToText([event]));
});

test('texts are joined as lists', () => {
	const [one, two] = [review('a1'), review('a2')];
	expect(joinTexts([eventsToText([one]), eventsToText([two])])).toBe(eventsToText([one, two]));
	expect(joinTexts(['[]', eventsToText([two])])).toBe(eventsToText([two]));
	expect(joinTexts(['[]', '[]'])).toBe('[]');
});
