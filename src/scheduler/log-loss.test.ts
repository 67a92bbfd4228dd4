import { expect, it } from 'vitest';
import { exampleEvent } from '#review-log/event-examples.ts';
import type { Rating } from '#review-log/log-event.ts';
import { markOf } from '#review-log/mark.ts';
import { createFsrs6 } from './fsrs6.ts';
import { fsrs6Defaults } from './fsrs6-parameters.ts';
import { forecasts, logLoss, recencyWeight } from './log-loss.ts';

const model = createFsrs6(fsrs6Defaults);

const review = (day: number, rating: Rating, mode: 'normal' | 'cram' = 'normal') =>
	exampleEvent(
		'review',
		{
			rating,
			tookMs: 1,
			mode,
			intervalDays: 1,
			desiredRetention: 0.9,
			parametersId: 'fsrs-6',
			prefix: markOf([])
		},
		{ id: `${day}/${rating}/${mode}`, hlc: day, at: day, day }
	);

it('forecasts from what came before, once a day, and starts afresh after a reset', () => {
	const events = [
		review(1, 3),
		review(1, 3),
		review(3, 3),
		review(3, 1, 'cram'),
		review(9, 1),
		exampleEvent('reset', { zeroCounts: false }, { hlc: 10 }),
		review(11, 3),
		review(13, 4)
	];
	const made = forecasts(events, model);
	expect(made.map(({ at, isRecalled }) => [at, isRecalled])).toEqual([
		[3, true],
		[9, false],
		[13, true]
	]);
	const twice = model.next(model.first(3), { days: 0, exactDays: 0 }, 3);
	expect(made[0]?.expected).toBe(model.recall(twice, 2));
	expect(made[2]?.expected).toBe(model.recall(model.first(3), 2));
});

it('is the mean surprise, weighted', () => {
	const made = [
		{ at: 1, expected: 0.9, isRecalled: true },
		{ at: 2, expected: 0.8, isRecalled: false }
	];
	expect(logLoss(made)).toBeCloseTo(-(Math.log(0.9) + Math.log(0.2)) / 2, 12);
	expect(logLoss(made, (index) => (index === 0 ? 3 : 1))).toBeCloseTo(
		-(3 * Math.log(0.9) + Math.log(0.2)) / 4,
		12
	);
	expect(logLoss([])).toBeNull();
	expect(logLoss([{ at: 1, expected: 1, isRecalled: false }])).toBeLessThan(20);
	expect(logLoss([{ at: 1, expected: 0.5, isRecalled: false }])).toBeCloseTo(Math.LN2, 12);
});

it('gives the last forecast four times the weight of the first', () => {
	const weight = recencyWeight(101);
	expect([weight(0), weight(50), weight(100)]).toEqual([0.25, 0.25 + 0.75 / 8, 1]);
	expect(recencyWeight(1)(0)).toBe(1);
});
