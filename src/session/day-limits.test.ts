import { describe, expect, it } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { roomToday } from './day-limits.ts';
import { interleave } from './interleave.ts';
import { spreadSiblings } from './spread-siblings.ts';
import { todayOnly, todayOnlyKey } from './today-only.ts';

const usual = { newPerDay: 20, reviewsPerDay: 200, isNewApart: false };
const none = { new: 0, reviews: 0 };

describe('roomToday', () => {
	it.each([
		['at the beginning', usual, none, { new: 20, reviews: 200 }],
		['reviews done', usual, { new: 0, reviews: 150 }, { new: 20, reviews: 50 }],
		['new ones done count as reviews too', usual, { new: 15, reviews: 150 }, { new: 5, reviews: 35 }],
		['new never outnumber what is left', usual, { new: 0, reviews: 190 }, { new: 10, reviews: 10 }],
		['new apart', { ...usual, isNewApart: true }, { new: 15, reviews: 200 }, { new: 5, reviews: 0 }],
		['more than allowed', usual, { new: 30, reviews: 300 }, { new: 0, reviews: 0 }],
		[
			'today only',
			{ ...usual, today: { newPerDay: 50 } },
			{ new: 20, reviews: 0 },
			{ new: 30, reviews: 180 }
		],
		['none today', { ...usual, today: { newPerDay: 0, reviewsPerDay: 0 } }, none, none]
	])('%s', (_name, options, done, room) => {
		expect(roomToday(options, done)).toEqual(room);
	});
});

describe('todayOnly', () => {
	const deck = 'd' as DeckId;
	const read = (value: never) => todayOnly(new Map([[todayOnlyKey(deck), value]]), deck, 100);

	it.each([
		[{ day: 100, newPerDay: 5 }, { newPerDay: 5 }],
		[
			{ day: 100, newPerDay: 0, reviewsPerDay: 9 },
			{ newPerDay: 0, reviewsPerDay: 9 }
		],
		[{ day: 99, newPerDay: 5 }, {}],
		[{ day: 100, newPerDay: -5, reviewsPerDay: 'x' }, {}],
		[5, {}],
		[null, {}]
	])('reads %j', (value, limits) => {
		expect(read(value as never)).toEqual(limits);
	});
});

describe('interleave', () => {
	const reviews = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);
	it.each([
		[4, ['n0', 'n1'], 'r0 n0 r1 r2 n1 r3'],
		[0, ['n0', 'n1'], 'n0 n1'],
		[3, [], 'r0 r1 r2'],
		[2, ['n0', 'n1', 'n2', 'n3'], 'n0 r0 n1 n2 r1 n3']
	])('%d reviews with %j', (count, fresh, merged) => {
		expect(interleave(reviews(count), fresh).join(' ')).toBe(merged);
	});

	it('loses nothing and keeps each order', () => {
		const merged = interleave(reviews(100), ['n0', 'n1', 'n2']);
		expect(merged.filter((item) => item.startsWith('r'))).toEqual(reviews(100));
		expect(merged.flatMap((item, index) => (item.startsWith('n') ? [index] : []))).toEqual([25, 51, 77]);
	});
});

describe('spreadSiblings', () => {
	const card = (siblingGroup: string, index = 0) => ({ siblingGroup, index });

	it('leaves cards without siblings as they are', () => {
		const cards = [card('a'), card('b'), card('c')];
		expect(spreadSiblings(cards)).toBe(cards);
	});

	it('puts five others between siblings where there are so many', () => {
		const cards = ['a', 'a', 'b', 'b', 'c', 'd', 'e', 'f', 'g'].map(card);
		const groups = spreadSiblings(cards).map(({ siblingGroup }) => siblingGroup);
		expect(groups.join('')).toBe('abcdefabg');
	});

	it('gives up where there are not', () => {
		const cards = ['a', 'a', 'b'].map(card);
		expect(spreadSiblings(cards).map(({ siblingGroup }) => siblingGroup)).toEqual(['a', 'b', 'a']);
		expect(spreadSiblings([card('a', 1), card('a', 2)]).map(({ index }) => index)).toEqual([1, 2]);
	});
});
