import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { createMemoryModel, defaultParameterSet } from '#scheduler/create-memory-model.ts';
import { forecasts, logLoss } from '#scheduler/log-loss.ts';
import { DAY_MS, HOUR_MS } from '#time/instant.ts';
import { buildCalibration } from './build-calibration.ts';
import { buildHabits } from './build-habits.ts';
import { buildRetention } from './build-retention.ts';
import { countedOf, exampleLogs, liveOf, playLog, type ExampleLog } from './example-log.ts';
import { ReviewGatherer } from './gather-reviews.ts';
import { selectReviews } from './select-reviews.ts';

/** Each number beside one that is counted anew, event by event. */
const model = createMemoryModel(defaultParameterSet);

function intervalBefore(event: LogEvent, events: readonly LogEvent[]): number {
	const before = liveOf(events)
		.filter(({ cardId, hlc }) => cardId === event.cardId && hlc < event.hlc)
		.at(-1);
	return before?.type === 'review' ? before.payload.intervalDays : -1;
}

function gathered(events: readonly LogEvent[]) {
	const gatherer = new ReviewGatherer();
	// In pieces, the latest first: order of arrival must not matter.
	for (let at = events.length; at > 0; at -= 7) gatherer.add(events.slice(Math.max(0, at - 7), at));
	const { table } = gatherer.gathered(model);
	return { table, rows: selectReviews(table, {}) };
}

const check = (property: (log: ExampleLog) => void) =>
	fc.assert(fc.property(exampleLogs, property), { seed: 20261124, numRuns: 200 });

it('true retention counts what a walk of the log counts', () => {
	check(({ events, today, rolloverHour }) => {
		const { table, rows } = gathered(events);
		const spans = {
			today: [0, 0],
			yesterday: [1, 1],
			week: [0, 6],
			month: [0, 29],
			year: [0, 364],
			all: [0, 1e9]
		};
		for (const { period, young, mature, all } of buildRetention(table, rows, today)) {
			const [least = 0, most = 0] = spans[period];
			const naive = countedOf(events).filter((event) => {
				const local = event.at + event.tzOffset * 60_000 - rolloverHour * HOUR_MS;
				const ago = today - Math.floor(local / DAY_MS);
				return ago >= least && ago <= most && intervalBefore(event, events) >= 1;
			});
			const isMature = (event: LogEvent) => intervalBefore(event, events) >= 21;
			expect(all.passed).toBe(naive.filter(({ payload }) => payload.rating > 1).length);
			expect(all.failed).toBe(naive.filter(({ payload }) => payload.rating === 1).length);
			expect(mature.passed + mature.failed).toBe(naive.filter(isMature).length);
			expect(young.passed + mature.passed).toBe(all.passed);
			expect(young.failed + mature.failed).toBe(all.failed);
		}
	});
});

it('calibration and log loss are those of the model, card by card', () => {
	check(({ events }) => {
		const { table, rows } = gathered(events);
		const made = Array.from({ length: 5 }, (_, card) =>
			forecasts(
				liveOf(events).filter(({ cardId }) => cardId === `c${card}`),
				model
			)
		).flat();
		const { count, bins, logLoss: loss, rmse } = buildCalibration(table, rows);
		expect(count).toBe(made.length);
		expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(count);
		const naive = logLoss(made);
		if (naive === null) expect(loss).toBeNull();
		else expect(loss).toBeCloseTo(naive, 4);
		expect(rmse === null || (rmse >= 0 && rmse <= 1)).toBe(true);
		const recalled = made.filter(({ isRecalled }) => isRecalled).length;
		expect(bins.reduce((sum, bin) => sum + bin.count * bin.recalled, 0)).toBeCloseTo(recalled, 6);
	});
});

it('buttons and hours add up to the same reviews, each in its hour by the clock on the wall', () => {
	check(({ events }) => {
		const { table, rows } = gathered(events);
		const { buttons, hours } = buildHabits(table, rows);
		const naive = countedOf(events);
		expect(
			Object.values(buttons)
				.flat()
				.reduce((a, b) => a + b, 0)
		).toBe(naive.length);
		expect(buttons.mature[2]).toBe(
			naive.filter((event) => event.payload.rating === 3 && intervalBefore(event, events) >= 21).length
		);
		hours.forEach(({ reviews, passed }, hour) => {
			const there = naive.filter(
				({ at, tzOffset }) => new Date(at + tzOffset * 60_000).getUTCHours() === hour
			);
			expect(reviews).toBe(there.length);
			expect(passed).toBe(there.filter(({ payload }) => payload.rating > 1).length);
		});
	});
});

it('a selection by cards and days holds those reviews and no others', () => {
	check(({ events, today }) => {
		const { table } = gathered(events);
		const cards = new Set(['c1', 'c3'] as CardId[]);
		const rows = selectReviews(table, { cards, from: today - 40, to: today - 2 });
		const naive = countedOf(events).filter(
			({ cardId, day }) => cardId !== '' && cards.has(cardId) && day >= today - 40 && day <= today - 2
		);
		expect(rows).toHaveLength(naive.length);
	});
});

it('what a card continues is learnt from, and not counted twice', () => {
	const { events } = playLog(
		[0, 24 * 10].map((hours) => ({
			card: 0,
			rating: 3 as const,
			hours,
			intervalDays: 20 as const,
			offset: 0 as const,
			what: 'review',
			undoes: null
		})),
		4
	);
	const [first, second] = events as [LogEvent, LogEvent];
	const gatherer = new ReviewGatherer();
	const rebind = {
		...second,
		id: `${second.id}0`,
		cardId: 'new',
		type: 'rebind',
		hlc: first.hlc + 1,
		payload: { from: 'c0' }
	};
	gatherer.add([first, rebind as unknown as LogEvent, { ...second, cardId: 'new' as CardId }]);
	const { table } = gatherer.gathered(model);
	// Of the card that continues it: what it learnt as another, uncounted, then its own review.
	expect([...table.rating]).toEqual([3, 0, 3]);
	expect([...table.intervalBefore]).toEqual([-1, -1, 20]);
	expect(table.expected[2]).toBeGreaterThan(0.5);
});
