import type { Card } from '#deck/card.ts';
import type { Deck, Note } from '#deck/deck.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';

const cardsPerNote = 100;

/** A deck as large as one likes, the same at every call. */
export function bigDeck(cardCount: number): Deck {
	const notes = Array.from({ length: Math.ceil(cardCount / cardsPerNote) }, (_, index) =>
		bigNote(index, cardCount)
	);
	return { id: 'bench' as DeckId, title: 'Bench', lang: 'en', version: `v${cardCount}`, notes };
}

function bigNote(noteIndex: number, cardCount: number): Note {
	const id = `bench/${noteIndex}.md` as NoteId;
	const size = Math.min(cardsPerNote, cardCount - noteIndex * cardsPerNote);
	const cards = Array.from({ length: size }, (_, index) => bigCard(id, noteIndex * cardsPerNote + index));
	return {
		id,
		file: `${noteIndex}.md`,
		title: id,
		lang: 'en',
		cards,
		openQuestions: [],
		markdown: text(20_000)
	};
}

function bigCard(noteId: NoteId, index: number): Card {
	const question = `Question ${index}: ${text(60)}`;
	return {
		id: cardIdOf(index),
		noteId,
		kind: 'basic',
		path: ['Docker', 'Images'],
		frontText: question,
		backText: text(300),
		front: `<p>${question}</p>`,
		back: `<p>${text(500)}</p>`,
		source: { file: 'bench.md', line: index, endLine: index + 3 },
		tags: [],
		media: [],
		siblingKey: `g${index >> 1}/${index & 1}`,
		lang: 'en'
	};
}

const prose = 'layers are cached by the digest of what they are made from; '.repeat(400);
const text = (length: number) => prose.slice(0, length);

/** Base 32, 16 digits, like a minted one; the same for the same index. */
export const cardIdOf = (index: number) =>
	((index * 2_654_435_761) % 4_294_967_296)
		.toString(32)
		.padStart(7, '0')
		.concat(index.toString(32).padStart(9, 'c')) as CardId;
