import type { ShippedDeck } from '#compiler-hosts/shipped-deck.ts';

/** To the worker. */
export interface FirstStartRequest {
	/** Of the database. */
	readonly name: string;
	/** Of the interface: the language of the decks. */
	readonly locale: string;
	readonly decks: readonly ShippedDeck[];
}

/** From the worker. */
export type FirstStartResponse =
	| { readonly type: 'ready' }
	| { readonly type: 'done' }
	| { readonly type: 'failed'; readonly message: string };
