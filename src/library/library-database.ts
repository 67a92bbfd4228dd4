import { Dexie, type DexieOptions, type Table, type Transaction } from 'dexie';
import type { DeckSummary, NoteSummary } from './library.ts';
import type { Identities } from '#deck/identity.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { DeviceId, EventId, LogEvent } from '#review-log/log-event.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { ShelfKey, StoredShelf } from './due-shelves.ts';
import type { StoredStates } from './states-page.ts';
import { upgradeToVersion2 } from './upgrade-to-version-2.ts';
import { upgradeToVersion3 } from './upgrade-to-version-3.ts';
import { upgradeToVersion4 } from './upgrade-to-version-4.ts';
import { writeAtOnce, type TableChanges } from './write-at-once.ts';

/**
 * The tables, as docs/storage.md explains them. What is stored is the promise to every earlier version: a released
 * `version(n)` is never edited, and table and index names are pinned by a snapshot test.
 */
export class LibraryDatabase extends Dexie {
	declare readonly meta: Table<KeyedRow, string>;
	declare readonly local: Table<KeyedRow, string>;

	declare readonly decks: Table<DeckRow, DeckId>;
	declare readonly notes: Table<NoteRow, NoteId>;
	declare readonly pages: Table<PageRow, PageKey>;
	declare readonly sources: Table<SourceRow, NoteId>;
	declare readonly assets: Table<AssetRow, AssetHash>;
	declare readonly assetUses: Table<AssetUseRow, readonly [DeckId, AssetHash]>;
	declare readonly identities: Table<IdentitiesRow, DeckId>;

	declare readonly tail: Table<LogEvent, readonly [DeviceId, EventId]>;
	declare readonly segments: Table<SegmentRow, string>;
	declare readonly segmentBodies: Table<SegmentBodyRow, string>;
	declare readonly segmentIds: Table<SegmentIdsRow, string>;

	declare readonly homes: Table<StoredHomes, number>;
	declare readonly states: Table<StoredStates, PageKey>;
	declare readonly due: Table<StoredShelf, ShelfKey>;
	declare readonly histories: Table<HistoriesRow, PageKey>;
	declare readonly days: Table<StoredDays, number>;
	declare readonly unsettled: Table<UnsettledRow, UnsettledKey>;

	constructor(name: string, options: DexieOptions = {}) {
		super(name, { ...options, cache: 'disabled', chromeTransactionDurability: 'strict' });
		// Nobody asks for live queries: what they cost every write is saved.
		this.unuse({ stack: 'dbcore', name: 'Observability' });
		this.version(1).stores({
			meta: 'key',
			local: 'key',
			decks: 'id',
			notes: 'id, deckId',
			pages: '[noteId+page]',
			sources: 'noteId',
			assets: 'hash',
			assetUses: '[deckId+hash], hash',
			identities: 'deckId',
			tail: '[deviceId+id], cardId',
			segments: 'id, deviceId, maxDay',
			segmentBodies: 'id',
			segmentIds: 'id',
			homes: 'bucket',
			states: '[noteId+page], waiting, dueDay, learningDueAt',
			histories: '[noteId+page]',
			days: 'block',
			pending: '++seq, partition'
		});
		this.version(2).stores({ unsettled: '[partition+piece]', pending: null }).upgrade(upgradeToVersion2);
		this.version(3)
			.stores({ states: '[noteId+page], waiting, learningDueAt', due: '[day+shelf]' })
			.upgrade(upgradeToVersion3);
		this.version(4).upgrade(upgradeToVersion4);
	}

	/** The last thing that a transaction does: `writeAtOnce`. */
	finish(transaction: Transaction, changes: readonly TableChanges[]): void {
		writeAtOnce(transaction.idbtrans, changes);
	}
}

/** What is stored of decks. */
export interface DeckRow extends DeckSummary {
	/** Grows with each first installation: the order of decks, and which of two decks a shared card is at home in. */
	readonly position: number;
}

export interface NoteRow extends NoteSummary {
	/** Place of the note in its deck, from 0. */
	readonly position: number;
	/** SHA-256 of all that is stored of the note. */
	readonly digest: string;
	readonly pageCount: number;
}

/**
 * Where the cards of a note stand, `cardsPerPage` at a time. Cards of no installed deck stand in pages of the note '',
 * by their bucket; what is about no card at all (settings) in page -1 of it.
 */
export type PageKey = readonly [noteId: NoteId | '', page: number];

export interface PageRow {
	readonly noteId: NoteId;
	readonly page: number;
	/** JSON of Card[]: one long text is stored and read many times faster than the objects. */
	readonly cards: string;
}

export interface SourceRow {
	readonly noteId: NoteId;
	readonly markdown: string;
	readonly images?: Readonly<Record<string, AssetHash>>;
}

export interface AssetRow {
	readonly hash: AssetHash;
	readonly type: string;
	readonly bytes: ArrayBuffer;
}

export interface AssetUseRow {
	readonly deckId: DeckId;
	readonly hash: AssetHash;
}

export interface IdentitiesRow {
	readonly deckId: DeckId;
	readonly identities: Identities;
}

/** A sealed part of the log: events of one device, never changed. Small, so that all of them can be looked through. */
export interface SegmentRow {
	/** SHA-256 of the body. */
	readonly id: string;
	readonly deviceId: DeviceId;
	readonly count: number;
	readonly minDay: StudyDay;
	readonly maxDay: StudyDay;
	readonly minId: EventId;
	readonly maxId: EventId;
}

export interface SegmentBodyRow {
	readonly id: string;
	/** `eventsToText`, in log order. */
	readonly events: string;
}

/** The ids alone: to know whether an event is in the log without reading the log. */
export interface SegmentIdsRow {
	readonly id: string;
	/** JSON of EventId[]. */
	readonly ids: string;
}

/** Which pages hold a card, for all cards of a bucket; the first is its home. */
export interface HomesRow {
	readonly bucket: number;
	readonly holders: ReadonlyMap<CardId, readonly Holder[]>;
}

/** Sorted by the deck's position. */
export type Holder = readonly [deckPosition: number, noteId: NoteId, page: number];

/**
 * Events by card, those apart that stand in the tail alone: `eventsToText` for each card. An event may stand in the tail
 * and here at the same time: what counts is the union.
 */
export interface HistoriesRow {
	readonly noteId: NoteId | '';
	readonly page: number;
	readonly events: ReadonlyMap<CardId | '', string>;
}

/** Totals of the study days of one block. */
export interface DaysRow {
	readonly block: number;
	readonly days: ReadonlyMap<StudyDay, DayCounts>;
}

export interface DayCounts {
	/** Reviews done on the day, and the time they took. */
	readonly reviews: number;
	readonly tookMs: number;
	/** Review cards due on the day. */
	readonly due: number;
}

/** As they are stored: JSON, since a library of 100,000 cards reads a hundred cards' places to know one. */
export interface StoredHomes {
	readonly bucket: number;
	/** JSON of [CardId, Holder[]][]. */
	readonly holders: string;
}

/** As they are stored: JSON, which is written faster than the maps. */
export interface StoredDays {
	readonly block: number;
	/** JSON of [day, reviews, tookMs, due][]. */
	readonly days: string;
}

/** Events in the log that no projection knows yet: written and emptied by bulk work. */
export interface UnsettledRow {
	readonly partition: number;
	/** Tells the rows of a partition apart: how many events the log held before these. */
	readonly piece: number;
	readonly cardIds: readonly (CardId | '')[];
	/** `eventsToText` of each card's. */
	readonly texts: readonly string[];
}

export type UnsettledKey = readonly [partition: number, piece: number];

export interface KeyedRow {
	readonly key: string;
	readonly value: unknown;
}
