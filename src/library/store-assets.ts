import { Dexie } from 'dexie';
import type { Asset, Deck } from '#deck/deck.ts';
import type { AssetHash, DeckId } from '#deck/ids.ts';
import { keptAssets } from './deck-difference.ts';
import type { LibraryDatabase } from './library-database.ts';

/** Keeps what the deck shows now, inside its install's transaction. A picture that no deck uses any more is deleted. */
export async function storeAssets(
	db: LibraryDatabase,
	deck: Pick<Deck, 'id' | 'notes'>,
	given: readonly Asset[]
): Promise<void> {
	const former = await usedBy(db, deck.id);
	const hashes = given.map(({ hash }) => hash);
	const kept = keptAssets(hashes, former, deck.notes);
	// A view may show a part of a larger buffer; the part alone is stored.
	for (const { hash, type, bytes } of given) await db.assets.put({ hash, type, bytes: bytes.slice().buffer });
	await db.assetUses.bulkPut(hashes.map((hash) => ({ deckId: deck.id, hash })));
	const dropped = former.filter((hash) => !kept.has(hash));
	await db.assetUses.bulkDelete(dropped.map((hash) => [deck.id, hash]));
	for (const hash of dropped)
		if ((await db.assetUses.where('hash').equals(hash).count()) === 0) await db.assets.delete(hash);
}

async function usedBy(db: LibraryDatabase, deckId: DeckId): Promise<readonly AssetHash[]> {
	const keys = await db.assetUses
		.where('[deckId+hash]')
		.between([deckId, Dexie.minKey], [deckId, Dexie.maxKey])
		.primaryKeys();
	return keys.map(([, hash]) => hash);
}
