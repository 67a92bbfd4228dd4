import shippedDecks from 'virtual:shipped-decks';
import type { Asset, Deck } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { AssetHash } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';

interface ShippedDeck {
	readonly deck: Deck;
	readonly identities: Identities;
	readonly assets: readonly { readonly hash: AssetHash; readonly type: string; readonly base64: string }[];
}

/** Local key: versions of the shipped decks that were installed, or removed by the person, on this device. */
const installedKey = 'shippedDecks';

/**
 * Brings the decks that come with the app into the library: each once, and again when its version changed. One that the
 * person removed stays removed.
 */
export async function installShippedDecks(library: Library): Promise<void> {
	const installed = ((await library.readLocal(installedKey)) ?? {}) as Readonly<Record<string, string>>;
	const outdated = shippedDecks.filter((deck) => installed[deck.id] !== deck.version);
	if (outdated.length === 0) return;
	const present = new Set((await library.decks()).map((deck) => deck.id as string));
	for (const { id, url } of outdated) {
		const wasRemoved = id in installed && !present.has(id);
		if (!wasRemoved) await installOne(library, url);
	}
	await library.writeLocal(installedKey, Object.fromEntries(shippedDecks.map(({ id, version }) => [id, version])));
}

async function installOne(library: Library, url: string) {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The shipped deck ${url} could not be read: ${response.status}`);
	const { deck, identities, assets } = (await response.json()) as ShippedDeck;
	await library.installDeck(deck, {
		origin: 'shipped',
		identities,
		assets: assets.map(({ hash, type, base64 }) => ({ hash, type, bytes: bytesOf(base64) }))
	});
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
