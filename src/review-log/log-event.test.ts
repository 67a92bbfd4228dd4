import { expect, it } from 'vitest';
import { baseOptions } from './log-event.ts';
import { eventExamples } from './event-examples.ts';

it('keeps every persisted name: to change one is to lose what was written', () => {
	const names = Object.fromEntries(eventExamples.map((event) => [event.type, Object.keys(event.payload)]));
	expect(Object.keys(eventExamples[0] ?? {})).toMatchInlineSnapshot(`
		[
		  "id",
		  "deviceId",
		  "cardId",
		  "type",
		  "at",
		  "hlc",
		  "tzOffset",
		  "day",
		  "payload",
		  "v",
		]
	`);
	expect(names).toMatchInlineSnapshot(`
		{
		  "bury": [
		    "cause",
		  ],
		  "edit": [
		    "front",
		    "back",
		  ],
		  "flag": [
		    "flag",
		    "note",
		  ],
		  "rebind": [
		    "from",
		  ],
		  "reset": [
		    "zeroCounts",
		  ],
		  "review": [
		    "rating",
		    "tookMs",
		    "mode",
		    "intervalDays",
		    "desiredRetention",
		    "parametersId",
		    "delaySeconds",
		    "options",
		    "prefix",
		  ],
		  "setDue": [
		    "dueDay",
		    "cause",
		  ],
		  "setting": [
		    "key",
		    "value",
		  ],
		  "suspend": [],
		  "undo": [
		    "target",
		  ],
		  "unsuspend": [],
		}
	`);
});

it('keeps the options that an event means when it names none', () => {
	expect(baseOptions).toMatchInlineSnapshot(`
		{
		  "isFuzzed": true,
		  "learningSteps": [
		    60,
		    600,
		  ],
		  "leechThreshold": 8,
		  "maximumIntervalDays": 36500,
		  "relearningSteps": [
		    600,
		  ],
		}
	`);
});
