import type { CardId, DeckId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { newRecord } from '#scheduler/new-record.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { fromStoredShelf, type ShelfKey, type StoredShelf } from './due-shelves.ts';
import type { HomeHints } from './home-hints.ts';
import type { CardRef, DueCard, UnseenCard } from './library.ts';
import { maxKey, minKey, type QuickTransaction } from './quick-transaction.ts';
import { readHomes } from './read-decks.ts';
import {
	fromStored,
	pageCount,
	slotStanding,
	type Slot,
	type StatesRow,
	type StoredStates
} from './states-page.ts';

export async function readRecords(
	transaction: QuickTransaction,
	ids: readonly CardId[]
): Promise<readonly (CardRecord | undefined)[]> {
	const slots = (await readStates(transaction, ids)).flatMap(slotsAtHome);
	const records = new Map(slots.map(({ cardId, record }) => [cardId, record]));
	return ids.map((id) => records.get(id));
}

export async function readRefs(
	transaction: QuickTransaction,
	ids: readonly CardId[]
): Promise<readonly (CardRef | undefined)[]> {
	const rows = await readStates(transaction, ids);
	const inDecks = rows.filter(({ deckId }) => deckId !== '');
	const refs = new Map(
		inDecks.flatMap((row) => slotsAtHome(row).map((slot) => [slot.cardId, cardRef(row, slot)]))
	);
	return ids.map((id) => refs.get(id));
}

/** The shelves of one day after the other, until there are enough. */
export async function readReviewsDue(
	transaction: QuickTransaction,
	until: StudyDay,
	limit: number,
	hints: HomeHints
): Promise<readonly DueCard[]> {
	const due: DueCard[] = [];
	let from: ShelfKey | undefined;
	while (due.length < limit) {
		const shelves = await transaction.range('due', {
			...(from !== undefined && { from, isAfter: true }),
			to: [until, maxKey],
			limit: mostRows
		});
		for (const shelf of shelves) due.push(...shelvedCards(shelf, hints));
		const last = shelves.at(-1);
		if (last === undefined || shelves.length < mostRows) break;
		from = [last.day, last.shelf];
	}
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
	transaction: QuickTransaction,
	until: Instant,
	limit: number,
	hints: HomeHints
): Promise<readonly DueCard[]> {
	let due: readonly KeyedCard[] = [];
	// A page holds a few due cards, as a rule.
	await forEachPage(transaction, 'learningDueAt', [minKey, until], Math.ceil(limit / 4), (row) => {
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
	transaction: QuickTransaction,
	deckId: DeckId,
	limit: number,
	hints: HomeHints
): Promise<readonly UnseenCard[]> {
	const unseen: UnseenCard[] = [];
	await forEachPage(transaction, 'waiting', [[deckId], [deckId, maxKey]], mostlyFull(limit), (row) => {
		const unseenHere = row.slots.filter((slot) => slotStanding(row, slot)?.isUnseen);
		noteHome(hints, row, unseenHere);
		unseen.push(...unseenHere.map((slot) => ({ ...cardRef(row, slot), record: slot.record })));
		return unseen.length < limit;
	});
	return unseen.slice(0, limit);
}

/** Pages that will hold so many cards, where the last pages of notes and those begun are not full. */
const mostlyFull = (cards: number) => 1 + pageCount(cards + (cards >> 2));

async function readStates(
	transaction: QuickTransaction,
	ids: readonly CardId[]
): Promise<readonly StatesRow[]> {
	const rows = await transaction.getMany('states', await readHomes(transaction, ids));
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
	transaction: QuickTransaction,
	index: 'waiting' | 'learningDueAt',
	[from, to]: readonly [unknown, unknown],
	expected: number,
	visit: (row: StatesRow) => boolean
): Promise<void> {
	let start = from;
	/** Visited rows that the next read will meet again: those of the key with which it begins. */
	let met = new Set<string>();
	for (let count = Math.max(1, Math.min(expected, mostRows)); ; count = Math.min(2 * count, mostRows)) {
		const limit = count + met.size;
		const rows = await transaction.range('states', { index, from: start, to, limit });
		const news = rows.filter((row) => !met.has(nameOf(row)));
		if (!news.every((row) => visit(fromStored(row))) || rows.length < limit) return;
		const last = rows.at(-1)?.[index];
		met = new Set(rows.filter((row) => isSameKey(row[index], last)).map(nameOf));
		start = last;
	}
}

const nameOf = ({ noteId, page }: StoredStates) => `${noteId}\n${page}`;
const isSameKey = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** In one read. */
const mostRows = 200;
