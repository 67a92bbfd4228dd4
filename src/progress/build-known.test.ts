import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { defaultPreset } from '#scheduler/preset.ts';
import { buildForecast } from './build-forecast.ts';
import { buildKnown } from './build-known.ts';
import { standings, type CardFacts } from './card-facts.ts';

const facts: fc.Arbitrary<readonly CardFacts[]> = fc.array(
	fc.record({
		id: fc.constant('c' as CardId),
		deckId: fc.constant('d' as DeckId),
		noteId: fc.constant('n' as NoteId),
		path: fc.constant([]),
		kind: fc.constantFrom('basic' as const, 'cloze' as const),
		tags: fc.constant([]),
		standing: fc.constantFrom(...standings),
		dueDay: fc.option(fc.integer({ min: 90, max: 140 })),
		intervalDays: fc.option(fc.integer({ min: 1, max: 400 })),
		stability: fc.option(fc.double({ min: 0.001, max: 36_500, noNaN: true })),
		difficulty: fc.option(fc.double({ min: 1, max: 10, noNaN: true })),
		recall: fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
	}),
	{ maxLength: 60 }
);

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

it('every card stands in one place, and every memory in one bar of each distribution', () => {
	fc.assert(
		fc.property(facts, (cards) => {
			const known = buildKnown(cards);
			expect(sum(Object.values(known.states))).toBe(cards.length);
			expect(known.states.mature).toBe(cards.filter(({ standing }) => standing === 'mature').length);
			expect(sum(known.recall)).toBe(cards.filter(({ recall }) => recall !== null).length);
			expect(sum(known.stability)).toBe(cards.filter(({ stability }) => stability !== null).length);
			expect(sum(known.difficulty)).toBe(cards.filter(({ difficulty }) => difficulty !== null).length);
			expect(known.stability[2]).toBe(
				cards.filter(({ stability }) => stability !== null && stability > 7 && stability <= 21).length
			);
			expect(known.expected).toBeCloseTo(sum(cards.map(({ recall }) => recall ?? 0)), 9);
		}),
		{ seed: 20261124 }
	);
});

it('what comes is counted by day, and what is late apart from it', () => {
	fc.assert(
		fc.property(facts, (cards) => {
			const took = { basic: 5_000, cloze: 9_000 };
			const { backlog, days, daily } = buildForecast(cards, {
				today: 100,
				length: 30,
				answerMs: (kind) => took[kind as 'basic' | 'cloze'],
				// Day 101 is a Sunday.
				easyDaysOf: () => ({ ...defaultPreset.easyDays, 0: 'minimum' })
			});
			const dueOn = (isDue: (day: number) => boolean) => {
				const due = cards.filter(({ dueDay }) => dueDay !== null && isDue(dueDay));
				return {
					cards: due.length,
					tookMs: sum(due.map(({ kind }) => took[kind as 'basic' | 'cloze']))
				};
			};
			expect(backlog).toEqual(dueOn((day) => day < 100));
			days.forEach((load, ahead) => {
				expect(load).toMatchObject({ day: 100 + ahead, ...dueOn((day) => day === 100 + ahead) });
				expect(load.load).toBe(cards.length > 0 && ahead % 7 === 1 ? 'minimum' : 'normal');
			});
			const inReview = cards.filter(({ dueDay, intervalDays }) => dueDay !== null && intervalDays !== null);
			expect(daily.cards).toBeCloseTo(sum(inReview.map(({ intervalDays }) => 1 / (intervalDays ?? 1))), 9);
			expect(daily.tookMs).toBeCloseTo(
				sum(inReview.map(({ kind, intervalDays }) => took[kind as 'basic' | 'cloze'] / (intervalDays ?? 1))),
				6
			);
		}),
		{ seed: 20261124 }
	);
});
