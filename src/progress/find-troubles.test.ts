import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Card } from '#deck/card.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { cardText, type CardText } from './card-text.ts';
import { findCauses } from './find-causes.ts';
import { failedDaysOf, findConfusions } from './find-confusions.ts';
import { findTroubles } from './find-troubles.ts';
import { findTwins } from './find-twins.ts';
import { ReviewTableWriter } from './review-table.ts';
import { textTokens } from './text-tokens.ts';

const text = (id: string, front: string, more: Partial<CardText> = {}): CardText => ({
	id: id as CardId,
	deckId: 'd' as DeckId,
	noteId: 'n' as NoteId,
	kind: 'basic',
	path: [],
	lang: 'en',
	front,
	back: 'an answer',
	points: 0,
	isPictureMissing: false,
	siblingGroup: id,
	lapses: 0,
	isLeech: false,
	isSuspended: false,
	...more
});

it.each([
	['What does `docker ps` show?', ['what', 'does', 'docker', 'ps', 'show']],
	['映像檔 layer 是什麼？', ['映像', '像檔', 'layer', '是什', '什麼']],
	['Ｄｏｃｋｅｒ 臺', ['docker', '台']],
	['— ? —', []]
])('words of %s', (front, words) => {
	expect([...textTokens(front)]).toEqual(words);
});

it('finds the twins that a comparison of all with all finds', () => {
	const words = fc.array(fc.constantFrom('docker', 'run', 'image', 'layer', 'volume', '映像檔'), {
		minLength: 1,
		maxLength: 6
	});
	fc.assert(
		fc.property(fc.array(words, { maxLength: 12 }), (fronts) => {
			const cards = fronts.map((front, index) =>
				text(`c${index}`, front.join(' '), { siblingGroup: `g${index % 5}` })
			);
			for (const [id, twins] of findTwins(cards, cards)) {
				const one = cards.find((card) => card.id === id);
				const a = textTokens(one?.front ?? '');
				const naive = cards.filter((other) => {
					const b = textTokens(other.front);
					const both = [...a].filter((word) => b.has(word)).length;
					return (
						other !== one && other.siblingGroup !== one?.siblingGroup && (2 * both) / (a.size + b.size) >= 0.8
					);
				});
				expect(new Set(twins.map((twin) => twin.id))).toEqual(new Set(naive.map((card) => card.id)));
				expect(twins.every((twin, at) => at === 0 || twin.likeness <= (twins[at - 1]?.likeness ?? 0))).toBe(
					true
				);
			}
		}),
		{ seed: 20261124 }
	);
});

it.each<[string, CardText, readonly string[]]>([
	['a good card', text('a', 'What does docker ps show?'), []],
	['a long answer', text('a', 'What is a layer?', { back: 'x'.repeat(321) }), ['long-answer']],
	['a long Chinese answer', text('a', '什麼是 layer？', { back: '層'.repeat(161) }), ['long-answer']],
	['an answer just short enough', text('a', 'What is a layer?', { back: '層'.repeat(160) }), []],
	['many points', text('a', 'Steps of ingress?', { points: 8, back: 'x'.repeat(999) }), ['many-points']],
	['a heading for a question', text('a', 'Example'), ['vague-question']],
	['a Chinese heading', text('a', '注意事項：'), ['vague-question']],
	['nothing but signs', text('a', '???'), ['vague-question']],
	['a missing picture', text('a', 'Which part is this?', { isPictureMissing: true }), ['missing-picture']]
])('why %s does not stay', (_name, card, causes) => {
	expect(findCauses(card, []).map(({ kind }) => kind)).toEqual(causes);
});

it('names at most three twins, the likest', () => {
	const twins = ['b', 'c', 'd', 'e'].map((id) => ({ id: id as CardId, likeness: 1 }));
	expect(findCauses(text('a', 'What is docker?'), twins)).toEqual([
		{ kind: 'twins', twins: ['b', 'c', 'd'] }
	]);
});

it('reads a card as the person has it', () => {
	const written = {
		id: 'a',
		noteId: 'n',
		kind: 'steps',
		path: ['Docker'],
		lang: 'en',
		frontText: 'Steps?',
		backText: 'one',
		front: '<p>Steps?</p>',
		back: '<p><span class="missing-image">x.png</span></p>',
		siblingKey: 'g/1',
		parts: { kind: 'steps', items: ['1', '2'] }
	} as unknown as Card;
	expect(cardText(written, undefined, 'd' as DeckId)).toMatchObject({
		points: 2,
		isPictureMissing: true,
		siblingGroup: 'n:g',
		lapses: 0
	});
	const record = { overlay: { front: 'Mine', back: 'own words' }, lapses: 9, isLeech: true } as CardRecord;
	expect(cardText(written, record, 'd' as DeckId)).toMatchObject({
		front: 'Mine',
		isPictureMissing: false,
		lapses: 9,
		isLeech: true
	});
});

it('cards are taken for each other where they fail on the same days more often than by chance', () => {
	const days = fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 2, maxLength: 9 });
	fc.assert(
		fc.property(fc.array(days, { minLength: 2, maxLength: 8 }), (failures) => {
			const cards = failures.map((_, index) => text(`c${index}`, `word${index}`, { lapses: 2 }));
			const failed = new Map(cards.map(({ id }, index) => [id, new Set(failures[index])]));
			const all = 14;
			const naive = cards.flatMap((a, at) =>
				cards.slice(at + 1).flatMap((b) => {
					const [one, two] = [failed.get(a.id) ?? new Set(), failed.get(b.id) ?? new Set()];
					const both = [...one].filter((day) => two.has(day)).length;
					const isMuch = both >= 3 && 2 * both >= Math.min(one.size, two.size);
					return isMuch && both * all >= 2 * one.size * two.size ? [`${a.id} ${b.id} ${both}`] : [];
				})
			);
			const found = findConfusions(cards, failed, all).map(
				(pair) => `${pair.cards.join(' ')} ${pair.sharedDays}`
			);
			expect(found.sort()).toEqual(naive.sort());
		}),
		{ seed: 20261124, numRuns: 300 }
	);
});

it('twins and sides of a comparison that were forgotten are taken for each other; suspended cards are left alone', () => {
	const lapses = { lapses: 4 };
	const compare = { ...lapses, kind: 'compare', siblingGroup: 'g' } as const;
	const cards = [
		text('a', 'What does docker stop do', lapses),
		text('b', 'What does docker stop do?', lapses),
		text('c', 'Which copies from a web address?', compare),
		text('d', 'Which unpacks an archive?', compare),
		text('e', 'What does docker stop do', { ...lapses, isSuspended: true }),
		text('f', 'What does docker stop do', { lapses: 1 })
	];
	const { leeches, confusions, cards: named } = findTroubles(cards, new ReviewTableWriter().table());
	expect(confusions).toEqual([
		{ cards: ['a', 'b'], sharedDays: 0, areTwins: true, areCompared: false },
		{ cards: ['c', 'd'], sharedDays: 0, areTwins: false, areCompared: true }
	]);
	expect(leeches.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
	expect(leeches[0]?.causes).toEqual([{ kind: 'twins', twins: ['b', 'f'] }]);
	expect([...named.keys()]).toEqual(['a', 'b', 'c', 'd', 'f']);
});

it('a day counts as failed where an interval of a day or more ended so', () => {
	const writer = new ReviewTableWriter();
	const row = { hour: 9, tookMs: 1, expected: 0.9, stability: 1 };
	writer.add('a' as CardId, [
		{ ...row, day: 1, rating: 1, intervalBefore: -1 },
		{ ...row, day: 2, rating: 1, intervalBefore: 1 },
		{ ...row, day: 2, rating: 1, intervalBefore: 0 },
		{ ...row, day: 5, rating: 3, intervalBefore: 3 }
	]);
	expect(failedDaysOf(writer.table())).toEqual(new Map([['a', new Set([2])]]));
});
