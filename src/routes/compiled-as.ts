import type { DeckId } from '#deck/ids.ts';
import type { DeckSummary, Library } from '#library/library.ts';
import { granularities, type Preset } from '#scheduler/preset.ts';
import { readPreset } from '#scheduler/read-preset.ts';

type Granularity = Preset['granularity'];

/** Local key: with which granularity the cards of a deck were made, as long as it is at that version. */
const compiledKey = 'compiledAs';
type CompiledAs = Readonly<Record<string, { readonly version: string; readonly granularity: Granularity }>>;

export async function noteCompiledAs(
	library: Library,
	deckId: DeckId,
	version: string,
	granularity: Granularity
): Promise<void> {
	await library.writeLocal(compiledKey, { ...(await read(library)), [deckId]: { version, granularity } });
}

/**
 * Decks whose cards were made with another granularity than their options ask for: the option was changed, here or on
 * another device, or a shipped deck came in a new version.
 */
export async function outdatedDecks(
	library: Library
): Promise<readonly { readonly deck: DeckSummary; readonly granularity: Granularity }[]> {
	const [settings, decks, compiled] = await Promise.all([library.settings(), library.decks(), read(library)]);
	return decks.flatMap((deck) => {
		const { granularity } = readPreset(settings, deck.id);
		const known = compiled[deck.id];
		const current = known?.version === deck.version ? known.granularity : granularities[0];
		return current === granularity ? [] : [{ deck, granularity }];
	});
}

const read = async (library: Library) => ((await library.readLocal(compiledKey)) ?? {}) as CompiledAs;
