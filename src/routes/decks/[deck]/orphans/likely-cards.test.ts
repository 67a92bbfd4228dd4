import { expect, test } from 'vitest';
import type { KnownCard } from '#library/library.ts';
import { newRecord } from '#scheduler/new-record.ts';
import type { CardId } from '#deck/ids.ts';
import { exampleDeck } from '#session/example-library.ts';
import { likelyCards } from './likely-cards.ts';

const known = (front: string, reps = 0): KnownCard => {
	const [card] = exampleDeck([[front]]).notes[0]?.cards ?? [];
	if (card === undefined) throw new Error('no card');
	return { card, record: reps === 0 ? undefined : { ...newRecord(front as CardId), reps } };
};
const fronts = (cards: readonly KnownCard[]) => cards.map(({ card }) => card.frontText);

test('cards never reviewed come first, then the most alike, then as the notes have them', () => {
	const cards = [
		known('Why does the tide turn', 3),
		known('What is a mole'),
		known('What is a quay'),
		known('When does the tide turn')
	];
	expect(fronts(likelyCards(cards, 'Why does the tide turn?', ''))).toEqual([
		'When does the tide turn?',
		'What is a mole?',
		'What is a quay?',
		'Why does the tide turn?'
	]);
});

test('a search finds all its words, in any width and case', () => {
	const cards = [known('臺灣的港口'), known('Port of Kaohsiung'), known('Port of Keelung')];
	expect(fronts(likelyCards(cards, '', '台灣'))).toEqual(['臺灣的港口?']);
	expect(fronts(likelyCards(cards, '', 'ＰＯＲＴ kee'))).toEqual(['Port of Keelung?']);
	expect(likelyCards(cards, '', 'ship')).toEqual([]);
});
