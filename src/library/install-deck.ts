import type { Table } from 'dexie';
import type { Card } from '#deck/card.ts';
import { withFormerText } from '#deck/former-text.ts';
import type { Deck } from '#deck/deck.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import { lastReviewOf } from '#scheduler/last-review-of.ts';
import type { Instant } from '#time/instant.ts';
import { assertInstallable, deckDifference } from './deck-difference.ts';
import { deckRow, type NoteRows } from './deck-rows.ts';
import { pageKeys } from './page-keys.ts';
import type { DeckRow, LibraryDatabase, NoteRow, PageRow } from './library-database.ts';
import type { InstallOptions, InstallReport } from './library.ts';
import { ProjectionRows, type Belongings } from './projection-rows.ts';
import { projectionTables } from './record-events.ts';
import { atPosition, cardsOnPage, newStatesPage, pageOf } from './states-page.ts';
import { storeAssets } from './store-assets.ts';

const deckTables = (db: LibraryDatabase): Table[] => [
	db.notes,
	db.pages,
	db.sources,
	db.assets,
	db.assetUses,
	db.identities
];

/**
 * Brings a deck to a version in one transaction. Only notes whose digest changed are read and written; of the cards, the
 * records go along to their new pages, those without a deck wait until it returns.
 * @param notes `deckRows(deck)`
 * @param attempts reports of this install's attempts: one whose outcome was unknown may have succeeded, and the next one
 * then finds nothing to do
 */
export const installDeck = (
	db: LibraryDatabase,
	deck: Deck,
	notes: readonly NoteRows[],
	options: InstallOptions,
	attempts: InstallReport[]
): PromiseLike<InstallReport> =>
	db.transaction('rw', [...deckTables(db), ...projectionTables(db)], async () => {
		const [decks, installed, sameIds] = await Promise.all([
			db.decks.toArray(),
			db.notes.where('deckId').equals(deck.id).toArray(),
			db.notes.bulkGet(deck.notes.map(({ id }) => id))
		]);
		assertInstallable(deck, (id) => sameIds.find((note) => note?.id === id)?.deckId);
		const former = decks.find(({ id }) => id === deck.id);
		const position = former?.position ?? 1 + Math.max(-1, ...decks.map((row) => row.position));
		const row = deckRow(deck, options.origin, {
			position,
			unseenCount: former?.unseenCount ?? 0,
			suspendedCount: former?.suspendedCount ?? 0
		});
		const change = noteChange(installed, notes);
		const isSameHead = former !== undefined && JSON.stringify(former) === JSON.stringify(row);
		if (!isSameHead) await db.decks.put(row);
		const formerCards = await readCards(db, change.gone);
		await replaceNotes(db, row, change, { cards: formerCards, changedAt: options.changedAt });
		await storeAssets(db, deck, options.assets ?? []);
		if (options.identities) await db.identities.put({ deckId: deck.id, identities: options.identities });
		const difference = deckDifference(
			formerCards,
			change.come.flatMap(({ cards }) => cards)
		);
		const { gone, come, moved } = change;
		const isUnchanged = isSameHead && gone.length + come.length + moved.length === 0;
		if (!isUnchanged) attempts.push({ isUnchanged, ...difference });
		return attempts.at(-1) ?? { isUnchanged, ...difference };
	});

/** Takes a deck away; what the log says of its cards stays, and their records wait among the deckless. */
export const removeDeck = (db: LibraryDatabase, deckId: DeckId): PromiseLike<void> =>
	db.transaction('rw', [...deckTables(db), ...projectionTables(db)], async () => {
		const row = await db.decks.get(deckId);
		if (!row) return;
		const gone = await db.notes.where('deckId').equals(deckId).toArray();
		await replaceNotes(db, row, { gone, come: [], moved: [] }, { cards: [], changedAt: undefined });
		await storeAssets(db, { id: deckId, notes: [] }, []);
		// Identities stay: imported again, its cards are known again, and so are their reviews.
		await db.decks.delete(deckId);
	});

interface NoteChange {
	/** Former rows of notes that changed or are no more. */
	readonly gone: readonly NoteRow[];
	/** Notes that changed or are new. */
	readonly come: readonly NoteRows[];
	/** Notes that only stand in another place. */
	readonly moved: readonly NoteRow[];
}

function noteChange(installed: readonly NoteRow[], notes: readonly NoteRows[]): NoteChange {
	const formerById = new Map(installed.map((note) => [note.id, note]));
	const isSame = ({ note }: NoteRows) => formerById.get(note.id)?.digest === note.digest;
	const same = new Set(notes.filter(isSame).map(({ note }) => note.id));
	return {
		gone: installed.filter(({ id }) => !same.has(id)),
		come: notes.filter((rows) => !isSame(rows)),
		moved: notes
			.filter((rows) => isSame(rows) && formerById.get(rows.note.id)?.position !== rows.note.position)
			.map(({ note }) => note)
	};
}

async function readCards(db: LibraryDatabase, notes: readonly NoteRow[]): Promise<readonly Card[]> {
	const pages = await db.pages.bulkGet(notes.flatMap(pageKeys));
	return pages.flatMap((page) => JSON.parse(page?.cards ?? '[]') as readonly Card[]);
}

async function replaceNotes(
	db: LibraryDatabase,
	deck: DeckRow,
	{ gone, come, moved }: NoteChange,
	before: Before
): Promise<void> {
	const goneIds = gone.map(({ id }) => id);
	const goneKeys = gone.flatMap(pageKeys);
	await Promise.all([
		db.pages.bulkDelete(goneKeys),
		db.notes.bulkDelete(goneIds),
		db.sources.bulkDelete(goneIds)
	]);
	const rows = new ProjectionRows(db);
	const cardIds = new Set([...gone, ...come.map(({ note }) => note)].flatMap((note) => note.cardIds));
	const belongings = await takeOutCards(rows, cardIds);
	holdCardsAnew(rows, deck, { gone, come, moved });
	await rows.loadPages([...goneKeys, ...Array.from(cardIds, (id) => rows.home(id))]);
	for (const key of goneKeys) rows.deletePage(key);
	for (const notes of come) addPages(rows, notes);
	for (const [id, owned] of belongings) rows.putIn(id, owned);
	await movePages(rows, moved);
	await Promise.all([
		rows.flush(),
		db.pages.bulkPut(come.flatMap((notes) => pagesAfter(notes, before, belongings))),
		db.notes.bulkPut([...come.map(({ note }) => note), ...moved]),
		db.sources.bulkPut(come.map(({ source }) => source))
	]);
}

/** The cards of the notes that are replaced; when that is, where their texts are to be kept. */
interface Before {
	readonly cards: readonly Card[];
	readonly changedAt: Instant | undefined;
}

/** The pages of a note as they are stored: reviewed cards whose text differs keep the former one. */
function pagesAfter(
	{ pages, cards }: NoteRows,
	before: Before,
	belongings: ReadonlyMap<CardId, Belongings>
): readonly PageRow[] {
	const formerById = new Map(before.cards.map((card) => [card.id, card]));
	if (!cards.some(({ id }) => formerById.has(id))) return pages;
	const kept = cards.map((card) => {
		const lastReviewAt = lastReviewOf(belongings.get(card.id)?.record);
		return withFormerText(card, formerById.get(card.id), { changedAt: before.changedAt, lastReviewAt });
	});
	return pages.map((row) => ({ ...row, cards: JSON.stringify(cardsOnPage(kept, row.page)) }));
}

async function takeOutCards(
	rows: ProjectionRows,
	cardIds: ReadonlySet<CardId>
): Promise<ReadonlyMap<CardId, Belongings>> {
	await rows.loadHomes([...cardIds]);
	await rows.loadPages(Array.from(cardIds, (id) => rows.home(id)));
	return new Map(Array.from(cardIds, (id) => [id, rows.takeOut(id)]));
}

function holdCardsAnew(rows: ProjectionRows, deck: DeckRow, { gone, come }: NoteChange): void {
	for (const note of gone)
		for (const id of note.cardIds)
			rows.setHolders(
				id,
				rows.holders(id).filter(([, noteId]) => noteId !== note.id)
			);
	for (const { note } of come)
		for (const [index, id] of note.cardIds.entries())
			rows.setHolders(id, [...rows.holders(id), [deck.position, note.id, pageOf(index)]]);
}

function addPages(rows: ProjectionRows, { note, pages, cards }: NoteRows): void {
	const { id: noteId, deckId, position } = note;
	for (const { page } of pages)
		rows.states.set(
			[noteId, page],
			newStatesPage({ noteId, page, deckId, position }, cardsOnPage(cards, page))
		);
}

/** The places of unseen cards tell their order, so a note that moved takes them along. */
async function movePages(rows: ProjectionRows, moved: readonly NoteRow[]): Promise<void> {
	await rows.states.load(moved.flatMap(pageKeys));
	for (const note of moved) {
		for (const key of pageKeys(note)) {
			const row = rows.states.get(key);
			if (row) rows.states.set(key, atPosition(row, note.position));
		}
	}
}
