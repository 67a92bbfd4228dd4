import type { Asset, Deck } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';

/** What the app knows of a deck it ships before it loads it. */
export interface ShippedDeck {
	readonly id: string;
	readonly title: string;
	readonly lang: string;
	readonly version: string;
	readonly cardCount: number;
	/** Address of its `ShippedDeckFile`, precached by the service worker. */
	readonly url: string;
}

/** The JSON file of a shipped deck. */
export interface ShippedDeckFile {
	readonly deck: Deck;
	readonly assets: readonly ShippedAsset[];
	readonly identities: Identities;
}

export interface ShippedAsset {
	readonly hash: Asset['hash'];
	readonly type: string;
	readonly base64: string;
}
