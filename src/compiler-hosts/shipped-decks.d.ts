/** The decks of `decks/`, compiled at build time by vite-plugin.ts. */
declare module 'virtual:shipped-decks' {
	import type { ShippedDeck } from '#compiler-hosts/shipped-deck.ts';
	const shippedDecks: readonly ShippedDeck[];
	export default shippedDecks;
}
