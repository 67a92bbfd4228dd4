import { describe, expect, it } from 'vitest';
import { readDraft, writeDraft } from './draft.ts';
import { hintsOf } from './hints-of.ts';
import { readSteps, writeSteps, wrongTaps } from './interactions/steps-draft.ts';
import { shuffled } from './interactions/shuffled.ts';
import { ratingOfTicks } from './interactions/tick-list.ts';
import { suggestedRating } from './suggested-rating.ts';

describe('suggestedRating', () => {
	it('follows the interaction, and no hint raises it', () => {
		for (const seen of [undefined, 1, 2, 3] as const) {
			expect(suggestedRating(seen, { used: 0, all: 4 })).toBe(seen);
			expect(suggestedRating(seen, { used: 1, all: 4 })).toBe(seen === 1 ? 1 : 2);
			expect(suggestedRating(seen, { used: 4, all: 4 })).toBe(1);
		}
	});
});

describe('hintsOf', () => {
	const card = { lang: 'en' };

	it('reveals a list point by point', () => {
		const { steps, shown } = hintsOf(card, ['one', 'two'], 'one two');
		expect([steps, shown(0), shown(1), shown(2)]).toEqual([2, [], ['one'], ['one', 'two']]);
	});

	it('spells a short answer, and takes a long one word by word', () => {
		expect(hintsOf(card, [], 'a bc').shown(2)).toEqual(['a b…']);
		const long = hintsOf(card, [], 'The mooring line is made fast to the bollard.');
		expect([long.steps, long.shown(2), long.shown(9)]).toEqual([
			9,
			['The mooring …'],
			['The mooring line is made fast to the bollard.']
		]);
	});

	it('reads Chinese by characters, and has nothing to say of an empty answer', () => {
		expect(hintsOf({ lang: 'zh-Hant-TW' }, [], '繫船柱').shown(1)).toEqual(['繫…']);
		expect(hintsOf(card, [], ' ').steps).toBe(0);
	});
});

describe('drafts', () => {
	it('come back as they were written', () => {
		for (const draft of [
			{ hints: 0, own: '' },
			{ hints: 3, own: 'docker run: -d' },
			{ hints: 0, own: '\t1,2' }
		]) {
			expect(readDraft(writeDraft(draft))).toEqual(draft);
		}
		const steps = { mode: 'order', shown: 1, taps: [1, 0] } as const;
		expect(readSteps(writeSteps(steps))).toEqual(steps);
		expect(readDraft('')).toEqual({ hints: 0, own: '' });
	});
});

describe('steps and lists', () => {
	it('count taps on a step whose turn had not come; equal steps are one another', () => {
		expect(wrongTaps({ mode: 'order', shown: 3, taps: [1, 0, 2, 1] }, ['a', 'b', 'c'])).toBe(2);
		expect(wrongTaps({ mode: 'order', shown: 2, taps: [1, 0] }, ['a', 'a'])).toBe(0);
	});

	it('suggest by how much was recalled', () => {
		expect([4, 3, 2, 0].map((count) => ratingOfTicks(new Set(Array(count).keys()), 4))).toEqual([3, 2, 1, 1]);
	});

	it('are shuffled the same way for the same seed, never as given, with nothing lost', () => {
		for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
			const mixed = shuffled([0, 1, 2, 3], seed);
			expect(mixed).toEqual(shuffled([0, 1, 2, 3], seed));
			expect(mixed).not.toEqual([0, 1, 2, 3]);
			expect([...mixed].sort()).toEqual([0, 1, 2, 3]);
		}
	});
});
