import { siblingGroup, type Card } from '#deck/card.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Instant } from '#time/instant.ts';
import { cardStanding, type CardStanding } from './card-standing.ts';
import { slotsToText, textToSlots } from './slot-text.ts';

/** How many cards of a note share a row. One answer rewrites one row, so it is small; a row a card would be slow in bulk. */
const cardsPerPage = 16;

export const pageCount = (cards: number): number => Math.ceil(cards / cardsPerPage);

/** @param index place of the card in its note, from 0 */
export const pageOf = (index: number): number => Math.floor(index / cardsPerPage);

export const cardsOnPage = (cards: readonly Card[], page: number): readonly Card[] =>
	cards.slice(page * cardsPerPage, (page + 1) * cardsPerPage);

/** The records of one page of a note's cards. The index fields name the earliest of its cards, and are absent without one. */
export interface StatesRow {
	readonly noteId: NoteId | '';
	readonly page: number;
	/** '' where the cards are in no installed deck. */
	readonly deckId: DeckId | '';
	/** Of the note in its deck. */
	readonly position: number;
	/** In the order of the note. */
	readonly slots: readonly Slot[];
	/** Index. Deck, note's position, page; absent when no card of the page is unseen. */
	readonly waiting?: readonly [DeckId, number, number];
	/** Index. */
	readonly learningDueAt?: Instant;
}

/** As it is stored: JSON is read and written several times faster than the objects. */
export interface StoredStates extends Omit<StatesRow, 'slots'> {
	/** `slotsToText`. */
	readonly slots: string;
}

export const toStored = (row: StatesRow): StoredStates => ({ ...row, slots: slotsToText(row.slots) });

export const fromStored = (row: StoredStates): StatesRow => ({ ...row, slots: textToSlots(row.slots) });

export interface Slot {
	readonly cardId: CardId;
	readonly siblingGroup: string;
	readonly record?: CardRecord;
	/** Cards with a `rebind` event from this one: their records are folded anew when this card's events change. */
	readonly followers?: readonly CardId[];
	/** Another deck, installed before this one, holds the card too: it is listed there only. */
	readonly isElsewhere?: true;
}

/** A page that knows its cards' places; each is put in when it is known whether it is at home here. */
export const newStatesPage = (
	place: Pick<StatesRow, 'noteId' | 'page' | 'deckId' | 'position'>,
	cards: readonly Card[]
): StatesRow =>
	indexed({
		...place,
		slots: cards.map((card) => ({
			cardId: card.id,
			siblingGroup: siblingGroup(card),
			isElsewhere: true
		}))
	});

/** The page with another slot for that slot's card; in a page of deckless cards the slot may be a new one. */
export function withSlot(row: StatesRow, slot: Slot): StatesRow {
	const index = row.slots.findIndex(({ cardId }) => cardId === slot.cardId);
	return indexed({ ...row, slots: index < 0 ? [...row.slots, slot] : row.slots.with(index, slot) });
}

/** The page of deckless cards, without one that found a deck. */
export const withoutSlot = (row: StatesRow, cardId: CardId): StatesRow =>
	indexed({ ...row, slots: row.slots.filter((slot) => slot.cardId !== cardId) });

export const atPosition = (row: StatesRow, position: number): StatesRow => indexed({ ...row, position });

/** The row as its slots say it should be. */
export const reindexed = (row: StatesRow): StatesRow => indexed(row);

/** What a card counts for in its deck; undefined where it counts elsewhere, or nowhere. */
export function slotStanding(row: StatesRow, slot: Slot | undefined): CardStanding | undefined {
	return row.deckId === '' || !slot || slot.isElsewhere ? undefined : cardStanding(slot.record);
}

export const slotOf = (row: StatesRow | undefined, cardId: CardId): Slot | undefined =>
	row?.slots.find((slot) => slot.cardId === cardId);

/** The index fields, computed from the slots. An absent property keeps a row out of an index. */
function indexed({ noteId, page, deckId, position, slots }: Omit<StatesRow, IndexField>): StatesRow {
	const row = { noteId, page, deckId, position, slots };
	if (deckId === '') return row;
	const standings = slots.flatMap((slot) => slotStanding(row, slot) ?? []);
	const learningDueAt = least(standings.map((standing) => standing.learningDueAt));
	return {
		...row,
		...(standings.some(({ isUnseen }) => isUnseen) && { waiting: [deckId, position, page] as const }),
		...(learningDueAt !== undefined && { learningDueAt })
	};
}

type IndexField = 'waiting' | 'learningDueAt';

const least = (values: readonly (number | undefined)[]): number | undefined =>
	values.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
