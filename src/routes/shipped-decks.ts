import available from 'virtual:shipped-decks';
import type { Asset, Deck } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { AssetHash } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';

export type ShippedDeck = (typeof available)[number];

interface ShippedFile {
	readonly deck: Deck;
	readonly identities: Identities;
	readonly assets: readonly { readonly hash: AssetHash; readonly type: string; readonly base64: string }[];
}

/** Local key: versions of the shipped decks that this device has had. */
const installedKey = 'shippedDecks';

/**
 * At the first start, adds the shipped decks in the person's language (or all, where none is); later, brings those that
 * are installed up to date. One that the person removed stays removed; the others wait under Decks.
 * @param locale of the interface, e.g. `zh-Hant`
 */
export async function installShippedDecks(library: Library, locale: string): Promise<void> {
	const installed = await installedVersions(library);
	if (installed === undefined) {
		const language = available.filter(({ lang }) => isSameLanguage(lang, locale));
		return installAll(library, language.length > 0 ? language : available, {});
	}
	const outdated = available.filter(({ id, version }) => (installed[id] ?? version) !== version);
	if (outdated.length === 0) return;
	const present = new Set<string>((await library.decks()).map(({ id }) => id));
	await installAll(
		library,
		outdated.filter(({ id }) => present.has(id)),
		installed
	);
}

/** Shipped decks that are not in the library now. */
export function decksToOffer(presentIds: readonly string[]): readonly ShippedDeck[] {
	return available.filter(({ id }) => !presentIds.includes(id));
}

export async function addShippedDeck(library: Library, deck: ShippedDeck): Promise<void> {
	await installAll(library, [deck], (await installedVersions(library)) ?? {});
}

async function installAll(
	library: Library,
	decks: readonly ShippedDeck[],
	before: Readonly<Record<string, string>>
) {
	for (const { url } of decks) await install(library, url);
	const versions = Object.fromEntries(decks.map(({ id, version }) => [id, version]));
	await library.writeLocal(installedKey, { ...before, ...versions });
}

async function install(library: Library, url: string) {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The shipped deck ${url} could not be read: ${response.status}`);
	const { deck, identities, assets } = (await response.json()) as ShippedFile;
	await library.installDeck(deck, { origin: 'shipped', identities, assets: assets.map(toAsset) });
}

const installedVersions = async (library: Library) =>
	(await library.readLocal(installedKey)) as Readonly<Record<string, string>> | undefined;

/** `zh-Hant-TW` is Traditional Chinese, as `zh-Hant` is; `en` is not. */
const isSameLanguage = (lang: string, locale: string) => lang === locale || lang.startsWith(`${locale}-`);

const toAsset = ({ hash, type, base64 }: ShippedFile['assets'][number]): Asset => ({
	hash,
	type,
	bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
});
