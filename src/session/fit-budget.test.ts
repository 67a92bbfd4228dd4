import { describe, expect, it } from 'vitest';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { exampleEvent } from '#review-log/event-examples.ts';
import { newRecord } from '#scheduler/new-record.ts';
import { comeBackPlan } from './come-back-plan.ts';
import { dayCapacity } from './day-capacity.ts';
import { estimatedMinutes, secondsPerAnswer } from './estimated-minutes.ts';
import { fitBudget } from './fit-budget.ts';
import { measurePaces, timedAnswers } from './paces.ts';
import type { QueueCard } from './queue-card.ts';
import { defaultPreset } from '#scheduler/preset.ts';

const card = (name: string, kind: QueueCard['kind'] = 'review'): QueueCard => ({
	cardId: name as CardId,
	noteId: 'n' as NoteId,
	deckId: 'd' as DeckId,
	siblingGroup: name,
	kind,
	record: newRecord(name as CardId),
	dueAt: null
});

describe('fitBudget', () => {
	const fit = (
		seconds: number,
		numbers: Readonly<Record<string, readonly [gain: number, cost: number, late?: number]>>
	) => {
		const main = Object.keys(numbers).map((name) => card(name, name.startsWith('n') ? 'new' : 'review'));
		const queue = fitBudget(
			{ learning: [card('step', 'learning')], main },
			{
				seconds,
				cost: ({ cardId }) => numbers[cardId]?.[1] ?? 5,
				gain: ({ cardId }) => numbers[cardId]?.[0] ?? 0,
				daysLate: ({ cardId }) => numbers[cardId]?.[2] ?? 0
			}
		);
		return [...queue.learning, ...queue.main].map(({ cardId }) => cardId).join(' ');
	};

	it('takes steps first, then what gains most for each second, then new cards', () => {
		expect(fit(60, { slow: [0.4, 40], quick: [0.3, 10], dull: [0.01, 10], n: [0.7, 20] })).toBe(
			'step quick slow'
		);
		expect(fit(100, { slow: [0.4, 40], quick: [0.3, 10], dull: [0.01, 10], n: [0.7, 20] })).toBe(
			'step quick slow dull n'
		);
	});

	it('passes over what no longer fits, for what does', () => {
		expect(fit(20, { slow: [9, 40], quick: [0.1, 10] })).toBe('step quick');
	});

	it('lets a card that has waited long enough come first, however little it gains', () => {
		const young = { good: [0.5, 10] as const };
		expect(fit(15, { ...young, poor: [0.05, 10, 30] })).toBe('step good');
		expect(fit(15, { ...young, poor: [0.05, 10, 70] })).toBe('step poor');
	});

	it('takes nothing without time', () => {
		expect(fit(0, { a: [1, 1] })).toBe('');
	});
});

describe('paces', () => {
	const review = (cardId: string, day: number, hlc: number, tookMs: number, count: number) =>
		exampleEvent(
			'review',
			{
				rating: 3,
				tookMs,
				mode: 'normal',
				intervalDays: 1,
				desiredRetention: 0.9,
				parametersId: 'p',
				prefix: { count, xor: '0000000000000000' }
			},
			{ cardId: cardId as CardId, day, hlc }
		);

	it('tells new, learning and review apart', () => {
		const events = [
			review('a', 1, 1, 10, 0),
			review('a', 1, 2, 20, 1),
			review('a', 2, 3, 30, 2),
			review('b', 2, 4, 40, 5)
		];
		expect(timedAnswers(events).map(({ state, tookMs }) => [state, tookMs])).toEqual([
			['new', 10],
			['learning', 20],
			['review', 30],
			['review', 40]
		]);
		const undo = exampleEvent('undo', { target: events[3]?.id ?? '' }, { hlc: 9 });
		expect(timedAnswers([...events, undo])).toHaveLength(3);
	});

	it('is the median of a kind, else of a state, else presumed', () => {
		const answers = [4, 6, 8, 10, 60, 20, 22, 24, 26, 28].map((seconds, index) => ({
			cardId: (index < 5 ? 'basic' : 'steps') as CardId,
			state: 'review' as const,
			tookMs: seconds * 1000
		}));
		const paces = measurePaces(answers, (id) => (id === 'basic' ? 'basic' : 'steps'));
		expect(paces.seconds('review', 'basic')).toBe(8);
		expect(paces.seconds('review', 'steps')).toBe(24);
		expect(paces.seconds('review', 'cloze')).toBe(21);
		expect(paces.seconds('new', 'basic')).toBe(20);
	});
});

describe('comeBackPlan', () => {
	it('says at which pace it is done when', () => {
		const plan = comeBackPlan({ daysAway: 23, due: 180, incomingPerDay: 5, secondsPerReview: 10 });
		expect(plan).toMatchObject({ daysAway: 23, due: 180 });
		expect(plan.paces).toEqual([
			// 30 a day, 25 of them from the backlog: (180 − 5) / 25.
			{ minutesPerDay: 5, days: 7 },
			{ minutesPerDay: 8, days: 5 },
			{ minutesPerDay: 12, days: 3 },
			{ minutesPerDay: 20, days: 2 },
			{ minutesPerDay: 30, days: 1 }
		]);
	});

	it('offers no pace that never ends', () => {
		const plan = comeBackPlan({ daysAway: 9, due: 1_000, incomingPerDay: 60, secondsPerReview: 10 });
		expect(plan.paces[0]?.minutesPerDay).toBe(20);
		expect(comeBackPlan({ daysAway: 9, due: 1e6, incomingPerDay: 600, secondsPerReview: 10 }).paces).toEqual(
			[]
		);
	});
});

describe('dayCapacity', () => {
	const presets = new Map([['d' as DeckId, defaultPreset]]);
	const habit = (...reviews: number[]) => reviews.map((count) => ({ reviews: count, tookMs: count * 8_000 }));

	it('is half as much again as usual, at least 50, at most what the limits leave', () => {
		expect(dayCapacity({ presets, done: new Map(), habit: habit(80, 100, 90) })).toBe(135);
		expect(dayCapacity({ presets, done: new Map(), habit: habit(5, 5, 5) })).toBe(50);
		expect(dayCapacity({ presets, done: new Map(), habit: [] })).toBe(300);
		const limited = new Map([['d' as DeckId, { ...defaultPreset, reviewsPerDay: 30 }]]);
		expect(dayCapacity({ presets: limited, done: new Map(), habit: habit(80, 100, 90) })).toBe(30);
	});

	it('estimates time by what answers took, wary of few', () => {
		expect(secondsPerAnswer([])).toBe(12);
		expect(secondsPerAnswer(habit(50))).toBe(10);
		expect(estimatedMinutes({ new: 0, learning: 0, review: 50 }, habit(950))).toBeCloseTo(
			(50 * 1.1 * 8.2) / 60,
			10
		);
	});
});
