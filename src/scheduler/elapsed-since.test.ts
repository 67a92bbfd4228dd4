import { expect, it } from 'vitest';
import { elapsedSince } from './elapsed-since.ts';

const hour = 3_600_000;

it.each([
	['a night', { at: 12 * hour, day: 1 }, { days: 1, exactDays: 0.5 }],
	['within the day', { at: 6 * hour, day: 0 }, { days: 0, exactDays: 0.25 }],
	[
		'travel to the west: the day is the same, time has passed',
		{ at: 18 * hour, day: 0 },
		{ days: 0, exactDays: 0.75 }
	],
	['a clock that ran backwards', { at: -400 * 24 * hour, day: -400 }, { days: 0, exactDays: 0 }]
])('%s', (_, now, elapsed) => {
	expect(elapsedSince({ lastReviewAt: 0, lastReviewDay: 0 }, now)).toEqual(elapsed);
});
