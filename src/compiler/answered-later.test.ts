import { describe, expect, test } from 'vitest';
import type { Identities } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import { compileNotes } from './compile-notes.ts';

describe('an open question that is answered later', () => {
	const notes = {
		question: ['# Harbour\n\n- Q: What lifts a ship?\n', '\n  - The tide.\n'],
		'question with a full-width mark': ['# 港\n\n- Ｑ：退潮時要做什麼？\n', '\n  - 放鬆纜繩\n'],
		'empty block': [
			'# 港\n\n- <details close>\n  <summary>纜繩的種類？</summary>\n\n  </details>\n',
			undefined
		],
		'empty heading': ['# Harbour\n\n## What lifts a ship?\n\n', 'The tide does, twice a day.\n']
	} as const;
	test.each(Object.entries(notes))('%s: the card has the id that the open point had', (_, [open, answer]) => {
		let minted = 0;
		const compile = (text: string, identities?: Identities) =>
			compileNotes([{ path: 'a.md', text }], {
				deck: { id: 'd' as DeckId },
				mintCardId: () => `card-${minted++}` as CardId,
				...(identities && { identities })
			});
		const before = compile(open);
		const [point] = before.deck.notes[0]?.openQuestions ?? [];
		expect(point).toBeDefined();
		expect(before.stats.cards).toBe(0);
		const answered =
			answer === undefined
				? open.replace('</summary>\n', '</summary>\n\n  - 船頭纜、船尾纜、倒纜\n')
				: open + answer;
		const after = compile(answered, before.identities);
		expect(after.stats.openQuestions).toBe(0);
		expect(after.deck.notes[0]?.cards.map(({ id }) => id)).toContain(point?.id);
		const again = compile(open, after.identities);
		expect(again.deck.notes[0]?.openQuestions.map(({ id }) => id)).toEqual([point?.id]);
	});
});
