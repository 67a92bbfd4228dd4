import { Dexie } from 'dexie';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { newRecord } from '#scheduler/new-record.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { fromStoredShelf, type ShelfKey, type StoredShelf } from './due-shelves.ts';
import type { HomeHints } from './home-hints.ts';
import type { LibraryDatabase } from './library-database.ts';
import type { CardRef, DueCard, UnseenCard } from './library.ts';
import { readHomes } from './read-decks.ts';
import {
	fromStored,
	pageCount,
	slotStanding,
	type Slot,
	type StatesRow,
	type StoredStates
} from './states-page.ts';

export const readRecords = (
	db: LibraryDatabase,
	ids: readonly CardId[]
): PromiseLike<readonly (CardRecord | undefined)[]> =>
	db.transaction('r', db.homes, db.states, async () => {
		const slots = (await readStates(db, ids)).flatMap(slotsAtHome);
		const records = new Map(slots.map(({ cardId, record }) => [cardId, record]));
		return ids.map((id) => records.get(id));
	});

export const readRefs = (
	db: LibraryDatabase,
	ids: readonly CardId[]
): PromiseLike<readonly (CardRef | undefined)[]> =>
	db.transaction('r', db.homes, db.states, async () => {
		const rows = await readStates(db, ids);
		const inDecks = rows.filter(({ deckId }) => deckId !== '');
		const refs = new Map(
			inDecks.flatMap((row) => slotsAtHome(row).map((slot) => [slot.cardId, cardRef(row, slot)]))
		);
		return ids.map((id) => refs.get(id));
	});

/** The shelves of one day after the other, until there are enough. */
export async function readReviewsDue(
	db: LibraryDatabase,
	until: StudyDay,
	limit: number,
	hints: HomeHints
): Promise<readonly DueCard[]> {
	const due: DueCard[] = [];
	await db.transaction('r', db.due, async () => {
		let from: ShelfKey | undefined;
		while (due.length < limit) {
			const range = [from ?? Dexie.minKey, [until, Dexie.maxKey]] as const;
			const shelves = await db.due
				.where('[day+shelf]')
				.between(...range, from === undefined, true)
				.limit(mostRows)
				.toArray();
			for (const shelf of shelves) due.push(...shelvedCards(shelf, hints));
			const last = shelves.at(-1);
			if (last === undefined || shelves.length < mostRows) return;
			from = [last.day, last.shelf];
		}
	});
	return due.slice(0, limit);
}

function shelvedCards(stored: StoredShelf, hints: HomeHints): readonly DueCard[] {
	return Array.from(fromStoredShelf(stored).cards.values(), ({ noteId, page, deckId, slot }) => {
		const { cardId, siblingGroup, record = newRecord(cardId) } = slot;
		hints.note(cardId, [noteId, page], stored.day);
		return { cardId, noteId, deckId, siblingGroup, record };
	});
}

/** Pages are read in the order of their earliest card, until no further page can hold one of the first `limit`. */
export async function readLearningDue(
	db: LibraryDatabase,
	until: Instant,
	limit: number,
	hints: HomeHints
): Promise<readonly DueCard[]> {
	let due: readonly KeyedCard[] = [];
	// A page holds a few due cards, as a rule.
	await forEachPage(db, 'learningDueAt', [Dexie.minKey, until], Math.ceil(limit / 4), (row) => {
		const earliest = row.learningDueAt ?? until;
		if (due.filter(({ key }) => key <= earliest).length >= limit) return false;
		const dueHere = learningCards(row, until);
		noteHome(
			hints,
			row,
			dueHere.map(({ card }) => card)
		);
		due = [...due, ...dueHere];
		return true;
	});
	return [...due]
		.sort((a, b) => a.key - b.key)
		.slice(0, limit)
		.map(({ card }) => card);
}

export async function readUnseen(
	db: LibraryDatabase,
	deckId: DeckId,
	limit: number,
	hints: HomeHints
): Promise<readonly UnseenCard[]> {
	const unseen: UnseenCard[] = [];
	await forEachPage(db, 'waiting', [[deckId], [deckId, Dexie.maxKey]], mostlyFull(limit), (row) => {
		const unseenHere = row.slots.filter((slot) => slotStanding(row, slot)?.isUnseen);
		noteHome(hints, row, unseenHere);
		unseen.push(...unseenHere.map((slot) => ({ ...cardRef(row, slot), record: slot.record })));
		return unseen.length < limit;
	});
	return unseen.slice(0, limit);
}

/** Pages that will hold so many cards, where the last pages of notes and those begun are not full. */
const mostlyFull = (cards: number) => 1 + pageCount(cards + (cards >> 2));

async function readStates(db: LibraryDatabase, ids: readonly CardId[]): Promise<readonly StatesRow[]> {
	const rows = await db.states.bulkGet([...(await readHomes(db, ids))]);
	return rows.flatMap((row) => (row ? fromStored(row) : []));
}

const slotsAtHome = (row: StatesRow) => row.slots.filter((slot) => !slot.isElsewhere);

/** A card that was asked for will be answered: then its page is found at once. */
function noteHome(
	hints: HomeHints,
	{ noteId, page }: StatesRow,
	cards: readonly Pick<Slot, 'cardId'>[]
): void {
	for (const { cardId } of cards) hints.note(cardId, [noteId, page]);
}

interface KeyedCard {
	readonly key: number;
	readonly card: DueCard;
}

function learningCards(row: StatesRow, until: Instant): readonly KeyedCard[] {
	return row.slots.flatMap((slot) => {
		const key = slotStanding(row, slot)?.learningDueAt;
		if (key === undefined || key > until || !slot.record) return [];
		return [{ key, card: { ...cardRef(row, slot), record: slot.record } }];
	});
}

function cardRef({ noteId, deckId }: StatesRow, { cardId, siblingGroup }: Slot): CardRef {
	if (noteId === '' || deckId === '') throw new Error(`Card ${cardId} of no deck stands in a list of one.`);
	return { cardId, noteId, deckId, siblingGroup };
}

/**
 * Rows of an index, in its order, some at a time; ends when the visitor returns false. A further read begins where the
 * last one ended: counting from the beginning (`offset`) would cost a step for each row passed over.
 * @param expected how many rows will probably do: the first read asks for so many, each further one for twice as many
 */
async function forEachPage(
	db: LibraryDatabase,
	index: 'waiting' | 'learningDueAt',
	[from, to]: readonly [unknown, unknown],
	expected: number,
	visit: (row: StatesRow) => boolean
): Promise<void> {
	await db.transaction('r', db.states, async () => {
		let start = from;
		/** Visited rows that the next read will meet again: those of the key with which it begins. */
		let met = new Set<string>();
		for (let count = Math.max(1, Math.min(expected, mostRows)); ; count = Math.min(2 * count, mostRows)) {
			const asked = count + met.size;
			const rows = await db.states.where(index).between(start, to, true, true).limit(asked).toArray();
			const news = rows.filter((row) => !met.has(nameOf(row)));
			if (!news.every((row) => visit(fromStored(row))) || rows.length < asked) return;
			const last = rows.at(-1)?.[index];
			met = new Set(rows.filter((row) => isSameKey(row[index], last)).map(nameOf));
			start = last;
		}
	});
}

const nameOf = ({ noteId, page }: StoredStates) => `${noteId}\n${page}`;
const isSameKey = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** In one read. */
const mostRows = 200;
