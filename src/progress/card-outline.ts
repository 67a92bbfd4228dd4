import type { Card, CardKind } from '#deck/card.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';

/** Of a card as its note has it, all that the charts ask for: a tenth of the card. */
export interface CardOutline {
	readonly id: CardId;
	readonly deckId: DeckId;
	readonly noteId: NoteId;
	readonly path: readonly string[];
	readonly kind: CardKind;
	readonly tags: readonly string[];
}

export const cardOutline = (
	{ id, noteId, path, kind, tags }: Pick<Card, 'id' | 'noteId' | 'path' | 'kind' | 'tags'>,
	deckId: DeckId
): CardOutline => ({ id, deckId, noteId, path, kind, tags });

/** Outlines as one text: what many cards share stands there once. */
export function packOutlines(outlines: readonly CardOutline[]): string {
	const shared = new Map<string, number>();
	const cards = outlines.map(({ id, ...rest }) => {
		const text = JSON.stringify(rest);
		const place = shared.get(text) ?? shared.size;
		shared.set(text, place);
		return [id, place];
	});
	return JSON.stringify([[...shared.keys()], cards]);
}

export function unpackOutlines(text: string): readonly CardOutline[] {
	const [shared, cards] = JSON.parse(text) as [string[], [CardId, number][]];
	const parts = shared.map((part) => JSON.parse(part) as Omit<CardOutline, 'id'>);
	return cards.map(([id, place]) => ({ id, ...(parts[place] as Omit<CardOutline, 'id'>) }));
}
