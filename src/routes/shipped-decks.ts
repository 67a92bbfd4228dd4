import available from 'virtual:shipped-decks';
import type { ShippedDeck } from '#compiler-hosts/shipped-deck.ts';
import type { Library } from '#library/library.ts';
import { installAll, installedVersions, installShipped, type MissingDeck } from './install-shipped-decks.ts';

/** The decks that came with this build, each to be fetched when it is wanted. */
export const shippedDecks: readonly ShippedDeck[] = available;

export const installShippedDecks = (library: Library, locale: string): Promise<readonly MissingDeck[]> =>
	installShipped(library, locale, shippedDecks);

/** Shipped decks that are not in the library now. */
export function decksToOffer(presentIds: readonly string[]): readonly ShippedDeck[] {
	return shippedDecks.filter(({ id }) => !presentIds.includes(id));
}

/** Rejects where it could not be had. */
export async function addShippedDeck(library: Library, deck: ShippedDeck): Promise<void> {
	const [missing] = await installAll(library, [deck], (await installedVersions(library)) ?? {});
	if (missing !== undefined) throw missing.error;
}
