import type { Asset } from '#deck/deck.ts';
import type { DeckId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';

/** Pictures of a deck that are stored, by the address in its notes: compiled again, the notes show them again. */
export async function knownImages(
	library: Pick<Library, 'notes' | 'note' | 'asset'>,
	deckId: DeckId
): Promise<Map<string, Asset>> {
	const images = new Map<string, Asset>();
	for (const { id } of await library.notes(deckId)) {
		const named = (await library.note(id))?.images ?? {};
		for (const [address, hash] of Object.entries(named)) {
			const asset = images.has(address) ? undefined : await library.asset(hash);
			if (asset !== undefined) images.set(address, asset);
		}
	}
	return images;
}
