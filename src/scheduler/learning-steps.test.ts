import { describe, expect, it } from 'vitest';
import { fuzzedStep, nextStep, stepOverRollover } from './learning-steps.ts';
import { formatSteps, parseSteps } from './parse-steps.ts';

const day = 86_400;
const at = (step: number, delaySeconds: number) => ({ step, delaySeconds });

describe('nextStep', () => {
	it.each([
		// steps, current, again, hard, good
		[[600], 0, at(0, 600), at(0, 900), 'graduates'],
		[[3 * day], 0, at(0, 3 * day), at(0, 4 * day), 'graduates'],
		[[60, 600], 0, at(0, 60), at(0, 330), at(1, 600)],
		[[60, 600], 1, at(0, 60), at(1, 600), 'graduates'],
		[[60, 600, 6_000], 0, at(0, 60), at(0, 330), at(1, 600)],
		[[60, 600, 6_000], 1, at(0, 60), at(1, 600), at(2, 6_000)],
		[[60, 600, 6_000], 2, at(0, 60), at(2, 6_000), 'graduates'],
		[[60, 3 * day], 0, at(0, 60), at(0, 2 * day), at(1, 3 * day)],
		// Steps were taken away while the card was among them.
		[[60, 600], 9, at(0, 60), at(1, 600), 'graduates'],
		[[], 0, 'graduates', 'graduates', 'graduates']
	])('of %j at %d', (steps, current, again, hard, good) => {
		expect(nextStep(steps, current, 1)).toEqual(again);
		expect(nextStep(steps, current, 2)).toEqual(hard);
		expect(nextStep(steps, current, 3)).toEqual(good);
		expect(nextStep(steps, current, 4)).toBe('graduates');
	});
});

it.each([
	[60, 0, 60],
	[60, 0.999, 74],
	[600, 0.999, 749],
	[3_600, 0.999, 3_899],
	[3, 0.999, 3]
])(
	'a step of %d s with chance %d takes %d s: up to a quarter more, at most 5 minutes',
	(step, random, applied) => {
		expect(fuzzedStep(step, random)).toBe(applied);
	}
);

it.each([
	['before the rollover', 600, 3_600, 600],
	['past it: when the next day begins', 600, 300, 300],
	['just at it', 600, 600, 600],
	['a day, in the evening: the next day', day, 6 * 3_600, 6 * 3_600],
	['a day, just after the rollover', day, day - 1, day - 1],
	['two days', 2 * day, 6 * 3_600, 6 * 3_600 + day],
	['a day and a half, 20 hours before', 1.5 * day, 20 * 3_600, 20 * 3_600]
])('a step that ends %s', (_name, step, until, applied) => {
	expect(stepOverRollover(step, until)).toBe(applied);
});

describe('parseSteps', () => {
	it.each([
		['1m 10m', [60, 600], '1m 10m'],
		['30s, 1h 1d', [30, 3_600, day], '30s 1h 1d'],
		['10', [600], '10m'],
		['1.5m', [90], '90s'],
		['', [], '']
	])('%s', (text, seconds, written) => {
		expect(parseSteps(text)).toEqual(seconds);
		expect(formatSteps(seconds)).toBe(written);
	});

	it.each(['x', '1w', '-1m', '0', '0.1s', '101d', '1m x'])('refuses %s', (text) => {
		expect(parseSteps(text)).toBeUndefined();
	});
});
