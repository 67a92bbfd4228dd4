/** The deck did not arrive: no network, or a server that does not have it. */
export class DeckFetchError extends Error {
	override readonly name = 'DeckFetchError';
}
