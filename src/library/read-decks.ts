import type { Card } from '#deck/card.ts';
import type { Asset, Note } from '#deck/deck.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import { pageKeys } from './deck-rows.ts';
import { bucketOf, fromStoredHomes, homeOf } from './homes.ts';
import type { DeckRow, LibraryDatabase, NoteRow, PageKey } from './library-database.ts';
import type { DeckSummary, NoteSummary } from './library.ts';

export async function readDecks(db: LibraryDatabase): Promise<readonly DeckSummary[]> {
	const rows = await db.decks.toArray();
	return rows.sort((a, b) => a.position - b.position).map(deckSummary);
}

export async function readNotes(db: LibraryDatabase, deckId: DeckId): Promise<readonly NoteSummary[]> {
	const rows = await db.notes.where('deckId').equals(deckId).toArray();
	return rows.sort((a, b) => a.position - b.position).map(noteSummary);
}

export const readNote = (db: LibraryDatabase, noteId: NoteId): PromiseLike<Note | undefined> =>
	db.transaction('r', db.notes, db.pages, db.sources, async () => {
		const row = await db.notes.get(noteId);
		if (!row) return undefined;
		const [pages, source] = await Promise.all([db.pages.bulkGet([...pageKeys(row)]), db.sources.get(noteId)]);
		const { id, file, title, lang, openQuestions } = row;
		const cards = pages.flatMap((page) => cardsOf(page?.cards));
		const { markdown = '', images } = source ?? {};
		return { id, file, title, lang, cards, openQuestions, markdown, ...(images && { images }) };
	});

export async function readAsset(db: LibraryDatabase, hash: AssetHash): Promise<Asset | undefined> {
	const row = await db.assets.get(hash);
	return row && { hash, type: row.type, bytes: new Uint8Array(row.bytes) };
}

export const readCards = (
	db: LibraryDatabase,
	ids: readonly CardId[]
): PromiseLike<readonly (Card | undefined)[]> =>
	db.transaction('r', db.homes, db.pages, async () => {
		const keys = await readHomes(db, ids);
		const pages = await db.pages.bulkGet(keys.filter(isInDeck));
		const cards = new Map(pages.flatMap((page) => cardsOf(page?.cards)).map((card) => [card.id, card]));
		return ids.map((id) => cards.get(id));
	});

/** The pages of these cards, each once. */
export async function readHomes(db: LibraryDatabase, ids: readonly CardId[]): Promise<readonly PageKey[]> {
	const buckets = [...new Set(ids.map(bucketOf))];
	const rows = await db.homes.bulkGet(buckets);
	const rowsByBucket = new Map(rows.flatMap((row) => (row ? [[row.bucket, fromStoredHomes(row)]] : [])));
	const keys = ids.map((id) => homeOf(id, rowsByBucket.get(bucketOf(id))));
	return [...new Map(keys.map((key) => [key.join('\n'), key])).values()];
}

const isInDeck = ([noteId]: PageKey) => noteId !== '';

const cardsOf = (text: string | undefined) => JSON.parse(text ?? '[]') as readonly Card[];

const deckSummary = ({ position: _, ...summary }: DeckRow): DeckSummary => summary;

const noteSummary = ({ id, deckId, file, title, lang, cardIds, openQuestions }: NoteRow): NoteSummary => ({
	id,
	deckId,
	file,
	title,
	lang,
	cardIds,
	openQuestions
});
