import { describe, expect, it } from 'vitest';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { DueCard } from '#library/library.ts';
import { exampleRecord } from '#scheduler/example-record.ts';
import { newRecord } from '#scheduler/new-record.ts';
import { defaultPreset } from '#scheduler/preset.ts';
import { DAY_MS } from '#time/instant.ts';
import { buildQueue } from './build-queue.ts';
import type { LimitOptions } from './day-limits.ts';
import type { Gathered } from './gather-cards.ts';

const today = 100;
const deck = 'd' as DeckId;

function ref(cardId: string, group = cardId, deckId = deck): Omit<DueCard, 'record'> {
	return { cardId: cardId as CardId, noteId: 'n' as NoteId, deckId, siblingGroup: group };
}
const due = (cardId: string, group?: string, deckId?: DeckId): DueCard => ({
	...ref(cardId, group, deckId),
	record: exampleRecord(cardId, { lastReviewDay: 90, intervalDays: 10 })
});
const fresh = (cardId: string, group?: string, deckId?: DeckId): DueCard => ({
	...ref(cardId, group, deckId),
	record: newRecord(cardId as CardId)
});
const step = (cardId: string, dueAt: number, lastReviewDay = today, group?: string): DueCard => ({
	...ref(cardId, group),
	record: {
		...newRecord(cardId as CardId),
		state: {
			kind: 'learning',
			memory: {},
			step: 0,
			dueAt,
			lastReviewAt: lastReviewDay * DAY_MS,
			lastReviewDay
		}
	}
});

function queue(parts: Partial<Gathered>, preset: Partial<typeof defaultPreset & LimitOptions> = {}) {
	const gathered: Gathered = {
		moment: { at: today * DAY_MS, day: today, nextDayAt: (today + 1) * DAY_MS },
		app: { rolloverHour: 4, learnAheadMinutes: 20 },
		learning: [],
		reviews: [],
		unseen: [],
		presets: new Map([[deck, { ...defaultPreset, ...preset }]]),
		done: new Map(),
		groupsToday: new Map(),
		events: [],
		doneMs: 0,
		habit: [],
		dueCounts: new Map(),
		settings: new Map(),
		...parts
	};
	const { learning, main } = buildQueue(gathered, (cards) => cards);
	const names = (cards: typeof main) => cards.map(({ cardId }) => cardId).join(' ');
	return { learning: names(learning), main: names(main) };
}

const apart = { buryNewSiblings: false, buryReviewSiblings: false, buryLearningSiblings: false };

describe('buildQueue', () => {
	it('keeps steps of today apart, and puts those of an earlier day among the reviews', () => {
		const learning = [step('now', 1), step('old', 2, today - 1)];
		expect(queue({ learning, reviews: [due('r')] })).toEqual({ learning: 'now', main: 'old r' });
	});

	it('merges new cards evenly', () => {
		const reviews = ['a', 'b', 'c', 'd'].map((name) => due(name));
		expect(queue({ reviews, unseen: [fresh('x'), fresh('y')] }).main).toBe('a x b c y d');
	});

	it('hides siblings from kinds gathered later: steps, then reviews, then new', () => {
		const parts = {
			learning: [step('s', 1, today, 'g1')],
			reviews: [due('r1', 'g1'), due('r2', 'g2'), due('r3', 'g2')],
			unseen: [fresh('n1', 'g2'), fresh('n2', 'g3'), fresh('n3', 'g3')]
		};
		expect(queue(parts)).toEqual({ learning: 's', main: 'r2 n2' });
		expect(queue(parts, apart).main.split(' ').sort().join(' ')).toBe('n1 n2 n3 r1 r2 r3');
		expect(queue(parts, { buryReviewSiblings: false }).main).toBe('r1 r2 n2 r3');
		expect(queue(parts, { buryNewSiblings: false }).main.split(' ')).toHaveLength(4);
	});

	it('hides siblings of what was asked today already, but never a card from itself', () => {
		const groupsToday = new Map([['g', new Set(['r1' as CardId])]]);
		expect(queue({ groupsToday, reviews: [due('r1', 'g')], unseen: [fresh('n', 'g')] }).main).toBe('r1');
	});

	it('keeps to the limits of each deck, and a hidden card takes no place', () => {
		const other = 'e' as DeckId;
		const presets = new Map([
			[deck, { ...defaultPreset, reviewsPerDay: 2, newPerDay: 1 }],
			[other, { ...defaultPreset, reviewsPerDay: 1, newPerDay: 9 }]
		]);
		const reviews = [
			due('a', 'g'),
			due('b', 'g'),
			due('c'),
			due('d'),
			due('x', 'x', other),
			due('y', 'y', other)
		];
		const unseen = [fresh('n1'), fresh('n2'), fresh('m1', 'm1', other)];
		expect(queue({ presets, reviews, unseen }).main).toBe('a c x');
		const free = new Map(Array.from(presets, ([id, preset]) => [id, { ...preset, isNewApart: true }]));
		expect(queue({ presets: free, reviews, unseen }).main).toBe('a n1 c m1 x');
	});

	it('counts what was done today', () => {
		const done = new Map([[deck, { new: 19, reviews: 3 }]]);
		expect(queue({ done, unseen: [fresh('a'), fresh('b')] }).main).toBe('a');
	});

	it('leaves out cards of decks that are not asked about', () => {
		expect(queue({ reviews: [due('a', 'a', 'z' as DeckId)] }).main).toBe('');
	});

	it('takes new cards in the order of the notes, or by chance', () => {
		const unseen = Array.from({ length: 20 }, (_, index) => fresh(`c${index}`));
		const inOrder = unseen.map(({ cardId }) => cardId).join(' ');
		expect(queue({ unseen }).main).toBe(inOrder);
		const shuffled = queue({ unseen }, { newOrder: 'random' }).main;
		expect(shuffled).not.toBe(inOrder);
		expect(shuffled.split(' ').sort()).toEqual(inOrder.split(' ').sort());
		expect(queue({ unseen }, { newOrder: 'random' }).main).toBe(shuffled);
	});
});
