import type { CardId } from '#deck/ids.ts';
import { hashText } from '#review-log/hash-text.ts';
import type { Holder, HomesRow, PageKey, StoredHomes } from './library-database.ts';

/** In how many rows the places of all cards are kept: about a hundred cards a row in a library of 100,000. */
const bucketCount = 1_024;

export const bucketOf = (cardId: CardId): number => hashText(cardId).low % bucketCount;

/** Where everything about no card at all is kept. */
const cardlessPage: PageKey = ['', -1];

/** The page where a card's record stands: in the first deck that holds it, else among the deckless. */
export function homeOf(cardId: CardId | '', row: HomesRow | undefined): PageKey {
	if (cardId === '') return cardlessPage;
	const [home] = row?.holders.get(cardId) ?? [];
	return home ? [home[1], home[2]] : ['', bucketOf(cardId)];
}

export const toStoredHomes = ({ bucket, holders }: HomesRow): StoredHomes => ({
	bucket,
	holders: JSON.stringify([...holders])
});

export const fromStoredHomes = ({ bucket, holders }: StoredHomes): HomesRow => ({
	bucket,
	holders: new Map(JSON.parse(holders) as readonly (readonly [CardId, readonly Holder[]])[])
});
