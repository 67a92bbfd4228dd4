import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '#deck/card.ts';
import type { DeckId } from '#deck/ids.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { exampleRecord } from '#scheduler/example-record.ts';
import { DAY_MS } from '#time/instant.ts';
import { factsOf, type CardFacts } from './card-facts.ts';
import { compareCards, sortFields } from './compare-cards.ts';
import { exampleFacts } from './example-facts.ts';
import { findCards } from './find-cards.ts';
import { matches } from './matches.ts';
import { parseQuery } from './parse-query.ts';

const today = 20_000;
const moment = { at: today * DAY_MS, day: today, nextDayAt: (today + 1) * DAY_MS };

function fits(input: string, card: CardFacts): boolean {
	const parsed = parseQuery(input);
	if (!parsed.isUnderstood) throw new Error(parsed.problem.code);
	return matches(parsed.query, card, () => 'docker 筆記');
}

/** Runs to the end, and counts the steps. */
function run(...args: Parameters<typeof findCards>) {
	const steps = findCards(...args);
	for (let count = 0; ; count++) {
		const step = steps.next();
		if (step.done === true) return { found: step.value, count };
	}
}

describe('matches', () => {
	const card = exampleFacts('臺灣的 ＡＤＤ\tvs COPY', {
		kind: 'compare',
		tags: ['net/ingress'],
		state: 'review',
		isDue: true,
		flag: 2,
		lapses: 4,
		stabilityDays: 40,
		recall: 0.7,
		dueInDays: -3
	});

	it.each([
		['台灣', true],
		['add "vs copy"', true],
		['DELETE OR copy', true],
		['copy -台灣', false],
		['is:due is:review is:flagged', true],
		['is:new', false],
		['is:suspended OR is:buried OR is:leech OR is:edited OR is:learning', false],
		['kind:compare', true],
		['kind:steps', false],
		['deck:docker', true],
		['deck:kubernetes', false],
		['tag:net', true],
		['tag:#net/ingress', true],
		['tag:ne', false],
		['prop:s>30 prop:r<80% prop:lapses>3 prop:due<3', true],
		['prop:s>40', false],
		['prop:s>=40', true],
		['prop:due=-3', true],
		// It has no difficulty: no comparison holds.
		['prop:d>7', false],
		['prop:d<=7', false]
	])('%s: %s', (input, expected) => expect(fits(input, card)).toBe(expected));
});

describe('factsOf', () => {
	const scheduler = createScheduler();
	const card = {
		id: 'c',
		noteId: 'n',
		kind: 'basic',
		path: ['Docker'],
		frontText: 'What?',
		backText: 'That.',
		front: '',
		back: '',
		tags: ['Net'],
		lang: 'en'
	} as unknown as Card;
	const place = { deckId: 'd' as DeckId, order: 3 };
	const facts = (record?: Parameters<typeof factsOf>[1]) =>
		factsOf(card, record, place, { scheduler, moment });

	it('says of a new card only what is known', () => {
		expect(facts()).toMatchObject({ state: 'new', isDue: false, tags: ['net'], text: 'what? that. docker' });
		expect(facts()).not.toHaveProperty('recall');
	});

	it('says of a card in review when it is due, and how well it is known', () => {
		const record = exampleRecord('c', { lastReviewDay: today - 10, intervalDays: 8 });
		expect(facts(record)).toMatchObject({ dueInDays: -2, isDue: true, intervalDays: 8, difficulty: 5 });
		expect(facts(record).recall).toBeLessThan(0.9);
		expect(facts({ ...record, isSuspended: true }).isDue).toBe(false);
		expect(facts({ ...record, buriedUntilDay: today + 1 })).toMatchObject({ isDue: false, isBuried: true });
		expect(facts({ ...record, buriedUntilDay: today })).toMatchObject({ isDue: true, isBuried: false });
	});

	it('finds a card by the words that the person put over it', () => {
		const record = exampleRecord('c', { lastReviewDay: today, intervalDays: 8 });
		const own = facts({ ...record, overlay: { front: 'Mine', back: null } });
		expect(own).toMatchObject({ title: 'Mine', text: 'mine that. docker', isEdited: true });
	});
});

describe('findCards', () => {
	const numbers = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
	const cards = fc
		.array(fc.record({ due: numbers, lapses: fc.nat(3) }), { maxLength: 200 })
		.map((rows) =>
			rows.map(({ due, lapses }, order) =>
				exampleFacts(`c${order}`, { order, lapses, ...(due !== undefined && { dueInDays: due }) })
			)
		);

	it('gives the same as filtering and sorting at once', () => {
		fc.assert(
			fc.property(cards, fc.constantFrom(...sortFields), fc.boolean(), (all, field, isDescending) => {
				const isWanted = ({ order }: CardFacts) => order % 3 !== 0;
				const { found } = run(all, isWanted, { field, isDescending });
				expect(found).toEqual(all.filter(isWanted).sort(compareCards({ field, isDescending })));
			}),
			{ numRuns: 200, seed: 7 }
		);
	});

	it('puts cards that have no such number last, either way round', () => {
		const known = [exampleFacts('a', { dueInDays: 1 }), exampleFacts('b', { dueInDays: 2 })];
		const all = [exampleFacts('new'), ...known];
		for (const isDescending of [false, true]) {
			const { found } = run(all, () => true, { field: 'due', isDescending });
			expect(found.at(-1)?.title).toBe('new');
			expect(found[0]?.title).toBe(isDescending ? 'b' : 'a');
		}
	});

	it('sorts many cards in steps, keeping every one', () => {
		const many = Array.from({ length: 10_000 }, (_, order) =>
			exampleFacts('c', { order, lapses: (order * 7_919) % 101 })
		);
		const sorting = { field: 'lapses', isDescending: true } as const;
		const { found, count } = run(many, () => true, sorting);
		expect(found).toEqual([...many].sort(compareCards(sorting)));
		// Every card is looked at once and moved a few times: so many steps, none of them long.
		expect(count).toBeGreaterThan(40);
	});
});
