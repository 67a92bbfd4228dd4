import type { Card } from '#deck/card.ts';
import type { Asset, Deck, Note } from '#deck/deck.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';

/** For tests of libraries: decks told in a line, `{ 'a.md': ['a1', 'a2'] }` being a note with two cards. */
export function sampleDeck(id: string, cardIdsByFile: Readonly<Record<string, readonly string[]>>): Deck {
	const notes = Object.entries(cardIdsByFile).map(([file, cardIds]) => sampleNote(id, file, cardIds));
	return {
		id: id as DeckId,
		title: `Deck ${id}`,
		lang: 'en',
		version: JSON.stringify(cardIdsByFile),
		notes
	};
}

/** A card id with a text after a colon (`a1:new text`) is the card with another answer. */
function sampleNote(deckId: string, file: string, cards: readonly string[]): Note {
	const id = `${deckId}/${file}` as NoteId;
	return {
		id,
		file,
		title: file,
		lang: 'en',
		cards: cards.map((card, index) => sampleCard(id, file, card, index)),
		openQuestions: [
			{
				id: `${id}?`,
				noteId: id,
				path: [],
				text: 'Why?',
				source: { file, line: 1, endLine: 1 },
				reason: 'todo'
			}
		],
		markdown: cards.join('\n')
	};
}

function sampleCard(noteId: NoteId, file: string, text: string, index: number): Card {
	const [id = '', answer = 'answer'] = text.split(':');
	return {
		id: id as CardId,
		noteId,
		kind: 'basic',
		path: [file],
		frontText: `What is ${id}?`,
		backText: answer,
		front: `<p>What is ${id}?</p>`,
		back: answer.includes('#') ? `<img data-asset="${pictureOf(answer)}">` : `<p>${answer}</p>`,
		source: { file, line: index + 1, endLine: index + 1 },
		tags: [],
		media: answer.includes('#') ? [pictureOf(answer)] : [],
		siblingKey: `${id.slice(0, 1)}/${id}`,
		lang: 'en'
	};
}

/** An answer `#cat` shows the picture `cat`. */
const pictureOf = (answer: string) => answer.split('#')[1] as AssetHash;

export const samplePicture = (hash: string, ...bytes: number[]): Asset => ({
	hash: hash as AssetHash,
	type: 'image/png',
	bytes: new Uint8Array(bytes)
});
