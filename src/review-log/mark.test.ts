import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashText } from './hash-text.ts';
import { addToMark, closeMark, emptyMark, isMark, markOf, openMark } from './mark.ts';

it('keeps its hash: another one would move due dates after a merge', () => {
	expect(['', 'a', 'ab', 'ba', '容器', '019ab28e-9980-7101-8101-010101010101'].map(hashText))
		.toMatchInlineSnapshot(`
			[
			  {
			    "high": 2872998923,
			    "low": 3954623016,
			  },
			  {
			    "high": 895560529,
			    "low": 716610408,
			  },
			  {
			    "high": 2348936406,
			    "low": 4046549604,
			  },
			  {
			    "high": 1864040163,
			    "low": 3272316283,
			  },
			  {
			    "high": 603096284,
			    "low": 2969932682,
			  },
			  {
			    "high": 2690124712,
			    "low": 3635535734,
			  },
			]
		`);
});

it('is the same for any order, and goes on from where it was stored', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.uuid({ version: 7 }), { maxLength: 20 }), fc.nat(20), (ids, cut) => {
			const mark = markOf(ids);
			expect(markOf(ids.toReversed())).toEqual(mark);
			const open = openMark(markOf(ids.slice(0, cut)));
			for (const id of ids.slice(cut)) addToMark(open, id);
			expect(closeMark(open)).toEqual(mark);
			expect(isMark(open, mark)).toBe(true);
			expect(isMark(open, { ...mark, count: mark.count + 1 })).toBe(false);
		}),
		{ seed: 3 }
	);
});

it('tells every other text from its own', () => {
	const open = openMark({ count: 1, xor: '0123456789abcdef' });
	expect(isMark(open, { count: 1, xor: '0123456789abcdef' })).toBe(true);
	for (let digit = 0; digit < 16; digit++) {
		const other = '0123456789abcdef'.replace(/./g, (one, at) =>
			at === digit ? (one === '0' ? '1' : '0') : one
		);
		expect(isMark(open, { count: 1, xor: other })).toBe(false);
	}
	for (const xor of ['', '0123456789abcde', '0123456789abcdef0', '0123456789ABCDEF', '0123456789abcdeg']) {
		expect(isMark(open, { count: 1, xor })).toBe(false);
	}
	expect(markOf([])).toEqual(emptyMark);
});

it('meets no two ids with one hash among 200,000', () => {
	const hashes = new Set<string>();
	for (let index = 0; index < 200_000; index++) {
		const { high, low } = hashText(`019ab28e-9980-7${index.toString(16).padStart(3, '0')}-8101-${index}`);
		hashes.add(`${high}/${low}`);
	}
	expect(hashes.size).toBe(200_000);
});
