import { describe, expect, it } from 'vitest';
import { advance } from './advance.ts';
import { createScheduler } from './create-scheduler.ts';
import { exampleRecord } from './example-record.ts';
import { flatten } from './flatten.ts';
import { parseDue } from './parse-due.ts';
import { postpone } from './postpone.ts';
import { defaultPreset } from './preset.ts';
import { reschedule } from './reschedule.ts';
import { takeBreak } from './take-break.ts';

const today = 200;
const scheduler = createScheduler();
const context = { scheduler, preset: defaultPreset, today };
const record = (name: string, lastReviewDay: number, intervalDays: number, stability = intervalDays) =>
	exampleRecord(name, { lastReviewDay, intervalDays, stability });

describe('postpone', () => {
	const due = [record('late', 180, 10), record('onTime', 100, 100), record('later', 190, 20)];

	it('takes those first that are least overdue for their interval, longer ones before shorter', () => {
		const { changes, safe } = postpone(due, 2, context);
		expect(changes.map(({ cardId }) => cardId)).toEqual(['onTime', 'late']);
		expect(safe).toBe(1);
		expect(postpone(due, 1, context).changes).toHaveLength(1);
	});

	it('adds 5 to 10 % to the interval, and the days it is late already', () => {
		const [onTime, late] = postpone(due, 9, context).changes;
		// 100 days: ceil(105 to 110), counted from the last review.
		expect(onTime?.to).toBeGreaterThanOrEqual(205);
		expect(onTime?.to).toBeLessThanOrEqual(210);
		// 10 days, 10 late: 11 + 10.
		expect(late).toEqual({ cardId: 'late', from: 190, to: 201 });
	});

	it('never leaves a card due today, and keeps to the maximum as far as that allows', () => {
		const preset = { ...defaultPreset, maximumIntervalDays: 50 };
		expect(postpone([record('x', 100, 100)], 1, { ...context, preset }).changes[0]?.to).toBe(201);
	});

	it('leaves suspended and new cards alone', () => {
		expect(postpone([{ ...record('x', 100, 100), isSuspended: true }], 9, context).changes).toEqual([]);
	});
});

describe('advance', () => {
	it('makes cards due today, those nearest to their time first', () => {
		const cards = [
			record('far', 190, 100),
			record('near', 100, 105),
			record('today', 200, 3),
			record('due', 190, 10)
		];
		const { changes, safe } = advance(cards, 9, context);
		expect(changes).toEqual([
			{ cardId: 'near', from: 205, to: 200 },
			{ cardId: 'far', from: 290, to: 200 }
		]);
		expect(safe).toBe(1);
		expect(advance(cards, 1, context).changes).toHaveLength(1);
	});
});

describe('flatten', () => {
	it('spreads a backlog over days to come, the most stable first, on top of what is due there', () => {
		const backlog = Array.from({ length: 7 }, (_, index) => record(`c${index}`, 150, 10 + index));
		const changes = flatten(backlog, { scheduler, today, perDay: 3, dueCounts: new Map([[201, 2]]) });
		expect(changes.map(({ cardId, to }) => [cardId, to])).toEqual([
			['c3', 201],
			['c2', 202],
			['c1', 202],
			['c0', 202]
		]);
	});

	it('ends also where every day is full', () => {
		const dueCounts = new Map(Array.from({ length: 1_000 }, (_, index) => [today + index, 99] as const));
		expect(
			flatten([record('a', 1, 9), record('b', 1, 9)], { scheduler, today, perDay: 1, dueCounts })
		).toHaveLength(1);
		expect(flatten([record('a', 1, 9)], { scheduler, today, perDay: 0, dueCounts })).toEqual([]);
	});
});

describe('takeBreak', () => {
	const plan = { today, from: 205, to: 211, spreadDays: 4, dueCounts: new Map<number, number>() };

	it('leaves no card in the break, moves each as little as it can, and spreads them', () => {
		const cards = Array.from({ length: 40 }, (_, index) => record(`c${index}`, 205 + (index % 7) - 20, 20));
		const changes = takeBreak(cards, plan);
		expect(changes).toHaveLength(40);
		const days = new Map<number, number>();
		for (const { from, to } of changes) {
			expect(to < 205 || to > 211).toBe(true);
			expect(to).toBeGreaterThanOrEqual(201);
			expect(to).toBeLessThanOrEqual(215);
			expect(Math.abs(to - from)).toBeLessThanOrEqual(8);
			days.set(to, (days.get(to) ?? 0) + 1);
		}
		expect(days.size).toBeGreaterThan(4);
	});

	it('moves nothing that is not due in it, and finds no day before today', () => {
		expect(takeBreak([record('x', 190, 30)], plan)).toEqual([]);
		expect(takeBreak([record('x', 190, 12)], { ...plan, from: 200, to: 203, spreadDays: 0 })).toEqual([]);
		expect(takeBreak([record('x', 190, 12)], { ...plan, from: 200, to: 203 })[0]?.to).toBe(204);
	});
});

describe('reschedule', () => {
	it('cuts intervals to another desired retention, moved by the fuzz of the review itself', () => {
		const strict = { ...context, preset: { ...defaultPreset, desiredRetention: 0.95 } };
		const [change] = reschedule([record('x', 195, 60)], strict);
		const days = scheduler.daysUntil(record('x', 195, 60), 0.95) ?? NaN;
		expect(days).toBeLessThan(40);
		expect(Math.abs((change?.to ?? NaN) - 195 - days)).toBeLessThan(0.05 * days + 4);
		expect(reschedule([record('x', 195, 60)], strict)).toEqual([change]);
	});

	it('never moves a due day before today, and leaves alone what is overdue either way', () => {
		const strict = { ...context, preset: { ...defaultPreset, desiredRetention: 0.99 } };
		const soon = Array.from({ length: 50 }, (_, index) => record(`c${index}`, 196, 60));
		const days = reschedule(soon, strict).map(({ to }) => to);
		expect([Math.min(...days), days.length]).toEqual([200, 50]);
		expect(Math.max(...days)).toBeGreaterThan(200);
		expect(reschedule([record('overdue', 100, 20)], strict)).toEqual([]);
	});

	it('undoes itself when the target comes back', () => {
		const original = record('x', 195, 60, 60);
		const [there] = reschedule([original], {
			...context,
			preset: { ...defaultPreset, desiredRetention: 0.8 }
		});
		expect(there?.to).toBeGreaterThan(255);
	});
});

it.each([
	['0', { fromDays: 0, toDays: 0 }],
	['5', { fromDays: 5, toDays: 5 }],
	[' 5-7 ', { fromDays: 5, toDays: 7 }],
	['5–7', { fromDays: 5, toDays: 7 }],
	['5!', { fromDays: 5, toDays: 5 }],
	['7-5', undefined],
	['-1', undefined],
	['99999', undefined],
	['soon', undefined],
	['', undefined]
])('parseDue(%j)', (text, choice) => {
	expect(parseDue(text)).toEqual(choice);
});
