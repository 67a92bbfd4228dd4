import type { Card } from '#deck/card.ts';
import type { Asset, Note } from '#deck/deck.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import { pageKeys } from './page-keys.ts';
import { bucketOf, fromStoredHomes, homeOf } from './homes.ts';
import type { DeckRow, NoteRow, PageKey } from './library-database.ts';
import type { DeckSummary, NoteSummary } from './library.ts';
import type { QuickTransaction } from './quick-transaction.ts';

export async function readDecks(transaction: QuickTransaction): Promise<readonly DeckSummary[]> {
	const rows = await transaction.range('decks');
	return rows.toSorted((a, b) => a.position - b.position).map(deckSummary);
}

export async function readNotes(
	transaction: QuickTransaction,
	deckId: DeckId
): Promise<readonly NoteSummary[]> {
	const rows = await transaction.range('notes', { index: 'deckId', from: deckId, to: deckId });
	return rows.toSorted((a, b) => a.position - b.position).map(noteSummary);
}

export async function readNote(transaction: QuickTransaction, noteId: NoteId): Promise<Note | undefined> {
	const row = await transaction.get('notes', noteId);
	if (!row) return undefined;
	const [pages, source] = await Promise.all([
		transaction.getMany('pages', pageKeys(row)),
		transaction.get('sources', noteId)
	]);
	const { id, file, title, lang, openQuestions } = row;
	const cards = pages.flatMap((page) => cardsOf(page?.cards));
	const { markdown = '', images } = source ?? {};
	return { id, file, title, lang, cards, openQuestions, markdown, ...(images && { images }) };
}

export async function readAsset(transaction: QuickTransaction, hash: AssetHash): Promise<Asset | undefined> {
	const row = await transaction.get('assets', hash);
	return row && { hash, type: row.type, bytes: new Uint8Array(row.bytes) };
}

export async function readCards(
	transaction: QuickTransaction,
	ids: readonly CardId[]
): Promise<readonly (Card | undefined)[]> {
	const keys = await readHomes(transaction, ids);
	const pages = await transaction.getMany('pages', keys.filter(isInDeck));
	const cards = new Map(pages.flatMap((page) => cardsOf(page?.cards)).map((card) => [card.id, card]));
	return ids.map((id) => cards.get(id));
}

/** The pages of these cards, each once; for '' that of what is about no card. */
export async function readHomes(
	transaction: QuickTransaction,
	ids: readonly (CardId | '')[]
): Promise<readonly PageKey[]> {
	const buckets = [...new Set(ids.flatMap((id) => (id === '' ? [] : [bucketOf(id)])))];
	const rows = await transaction.getMany('homes', buckets);
	const rowsByBucket = new Map(rows.flatMap((row) => (row ? [[row.bucket, fromStoredHomes(row)]] : [])));
	const keys = ids.map((id) => homeOf(id, id === '' ? undefined : rowsByBucket.get(bucketOf(id))));
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
