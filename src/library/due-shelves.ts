import type { Table } from 'dexie';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { hashText } from '#review-log/hash-text.ts';
import type { StudyDay } from '#time/study-day.ts';
import { packSlot, unpackSlot, type PackedSlot } from './slot-text.ts';
import { fromStored, slotStanding, type Slot, type StatesRow, type StoredStates } from './states-page.ts';

/**
 * Review cards by the day on which they are due, so that what a day asks for lies together and is read in one go, however
 * many cards there are and wherever their pages are. A day has several shelves, told apart by the cards' ids: an answer
 * rewrites two of them, so they are small.
 */
export interface DueShelf {
	readonly day: StudyDay;
	readonly shelf: number;
	readonly cards: ReadonlyMap<CardId, ShelvedCard>;
}

export type ShelfKey = readonly [day: StudyDay, shelf: number];

/** A card that is due, and where its record stands. */
export interface ShelvedCard {
	readonly noteId: NoteId;
	readonly page: number;
	readonly deckId: DeckId;
	readonly slot: Slot;
}

export interface StoredShelf {
	readonly day: StudyDay;
	readonly shelf: number;
	/** JSON of [NoteId, page, DeckId, slot][], sorted by the cards' ids: equal shelves have equal texts. */
	readonly cards: string;
}

const shelvesPerDay = 16;

export const shelfOf = (day: StudyDay, cardId: CardId): ShelfKey => [
	day,
	hashText(cardId).high % shelvesPerDay
];

type PackedCard = readonly [NoteId, number, DeckId, PackedSlot];

export const toStoredShelf = ({ day, shelf, cards }: DueShelf): StoredShelf => ({
	day,
	shelf,
	cards: JSON.stringify(
		[...cards.values()]
			.sort((a, b) => (a.slot.cardId < b.slot.cardId ? -1 : 1))
			.map(({ noteId, page, deckId, slot }): PackedCard => [noteId, page, deckId, packSlot(slot)])
	)
});

export const fromStoredShelf = ({ day, shelf, cards }: StoredShelf): DueShelf => ({
	day,
	shelf,
	cards: new Map(
		(JSON.parse(cards) as readonly PackedCard[]).map(([noteId, page, deckId, packed]) => {
			const slot = unpackSlot(packed);
			return [slot.cardId, { noteId, page, deckId, slot }];
		})
	)
});

/** What a page puts on shelves. */
export function* shelvedCards(row: StatesRow): Generator<readonly [StudyDay, ShelvedCard]> {
	for (const slot of row.slots) {
		const shelved = shelvedCard(row, slot);
		if (shelved) yield shelved;
	}
}

/** Undefined where the card is on none: it is not due for review on any day, or stands in no deck. */
export function shelvedCard(
	row: StatesRow,
	slot: Slot | undefined
): readonly [StudyDay, ShelvedCard] | undefined {
	const { noteId, page, deckId } = row;
	const dueDay = slotStanding(row, slot)?.dueDay;
	if (!slot || dueDay === undefined || noteId === '' || deckId === '') return undefined;
	return [dueDay, { noteId, page, deckId, slot }];
}

/** All shelves, from the pages they are made of. */
export class Shelves {
	readonly #shelves = new Map<string, { readonly key: ShelfKey; readonly cards: Map<CardId, ShelvedCard> }>();

	add(row: StatesRow): void {
		for (const [day, card] of shelvedCards(row)) {
			const key = shelfOf(day, card.slot.cardId);
			const shelf = this.#shelves.get(key.join()) ?? { key, cards: new Map() };
			this.#shelves.set(key.join(), shelf);
			shelf.cards.set(card.slot.cardId, card);
		}
	}

	/** As they are stored. */
	toStored(): readonly StoredShelf[] {
		return Array.from(this.#shelves.values(), ({ key: [day, shelf], cards }) =>
			toStoredShelf({ day, shelf, cards })
		);
	}
}

/** Rows that are held at a time. */
const pagesAtOnce = 500;

/** Fills the shelves anew, in a transaction of the caller. */
export async function shelveAll(
	states: Table<StoredStates>,
	due: Table<StoredShelf, ShelfKey>
): Promise<void> {
	const shelves = new Shelves();
	let rows: readonly StoredStates[] = await states.limit(pagesAtOnce).toArray();
	while (rows.length > 0) {
		for (const row of rows) shelves.add(fromStored(row));
		const last = rows.at(-1);
		rows =
			last === undefined || rows.length < pagesAtOnce
				? []
				: await states.where('[noteId+page]').above([last.noteId, last.page]).limit(pagesAtOnce).toArray();
	}
	await due.clear();
	await due.bulkPut([...shelves.toStored()]);
}
