import type { ShippedAsset, ShippedDeck, ShippedDeckFile } from '#compiler-hosts/shipped-deck.ts';
import type { Asset } from '#deck/deck.ts';
import { uniteIdentities } from '#deck/unite-identities.ts';
import type { Library } from '#library/library.ts';
import { DeckFetchError } from './deck-fetch-error.ts';
import { systemClock } from './system.ts';

/** A shipped deck that could not be brought in, and why. */
export interface MissingDeck {
	readonly deck: ShippedDeck;
	readonly error: unknown;
}

/** Local key: versions of the shipped decks that this device has had. */
const installedKey = 'shippedDecks';
/** In place of a version: the deck was wanted at the first start and could not be read; the next start tries again. */
const awaited = '';
/** A network that neither answers nor fails must not keep the app from opening. */
const patienceMs = 15_000;

/**
 * At the first start, adds the shipped decks in the person's language (or all, where none is); later, brings those that
 * are installed up to date. One that the person removed stays removed; the others wait under Decks.
 * @param locale of the interface, e.g. `zh-Hant`
 * @returns those that could not be had; the library is usable without them, and the next start tries again
 */
export async function installShipped(
	library: Library,
	locale: string,
	available: readonly ShippedDeck[]
): Promise<readonly MissingDeck[]> {
	const installed = await installedVersions(library);
	if (installed === undefined) {
		const language = available.filter(({ lang }) => isSameLanguage(lang, locale));
		return installAll(library, language.length > 0 ? language : available, {});
	}
	const outdated = available.filter(({ id, version }) => (installed[id] ?? version) !== version);
	if (outdated.length === 0) return [];
	const present = new Set<string>((await library.decks()).map(({ id }) => id));
	const wanted = outdated.filter(({ id }) => present.has(id) || installed[id] === awaited);
	return installAll(library, wanted, installed);
}

/** @returns those that could not be had */
export async function installAll(
	library: Library,
	decks: readonly ShippedDeck[],
	before: Readonly<Record<string, string>>
): Promise<readonly MissingDeck[]> {
	const versions = { ...before };
	const missing: MissingDeck[] = [];
	for (const deck of decks) {
		try {
			await install(library, deck);
			versions[deck.id] = deck.version;
		} catch (error) {
			missing.push({ deck, error });
			versions[deck.id] ??= awaited;
		}
	}
	// Nothing new is not written: a full disk that kept a deck out must not keep the app from opening.
	if (decks.some(({ id }) => versions[id] !== before[id])) await library.writeLocal(installedKey, versions);
	return missing;
}

async function install(library: Library, { url }: ShippedDeck) {
	const { deck, identities, assets } = await fetchDeck(url);
	const known = await library.identities(deck.id);
	await library.installDeck(deck, {
		origin: 'shipped',
		identities: uniteIdentities(identities, known),
		assets: assets.map(toAsset),
		changedAt: systemClock.now()
	});
}

async function fetchDeck(url: string): Promise<ShippedDeckFile> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
		if (response.ok) return (await response.json()) as ShippedDeckFile;
		throw new Error(`HTTP ${response.status}`);
	} catch (cause) {
		throw new DeckFetchError(`The shipped deck ${url} could not be read.`, { cause });
	}
}

/** Versions of the shipped decks that this device has had; undefined before the first start. */
export const installedVersions = async (library: Library) =>
	(await library.readLocal(installedKey)) as Readonly<Record<string, string>> | undefined;

/** `zh-Hant-TW` is Traditional Chinese, as `zh-Hant` is; `en` is not. */
const isSameLanguage = (lang: string, locale: string) => lang === locale || lang.startsWith(`${locale}-`);

const toAsset = ({ hash, type, base64 }: ShippedAsset): Asset => ({
	hash,
	type,
	bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
});
