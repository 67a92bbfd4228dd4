import type { Card } from '#deck/card.ts';
import type { Asset, Deck, Note, OpenQuestion } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { DeviceId, EventId, LogEvent, SettingValue } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';

/**
 * What is on this device: decks, the review log, and what is computed from them. Two implementations
 * (`openDexieLibrary`, `openMemoryLibrary`) keep the same promises: `library.conformance.ts`.
 *
 * Every method that writes is one transaction: all of it is durable when its promise resolves, or none of it happened
 * and the promise rejects with a `LibraryError`.
 */
export interface Library {
	readonly deviceId: DeviceId;

	/** In the order of installation. Counts are kept, not counted. */
	decks(): Promise<readonly DeckSummary[]>;
	/** Adds a deck, or brings an installed one (same id) to this version. Never touches the log. */
	installDeck(deck: Deck, options: InstallOptions): Promise<InstallReport>;
	/** How the deck's cards are known again at the next compile, also after it was removed; undefined where none were kept. */
	identities(deckId: DeckId): Promise<Identities | undefined>;
	/** Takes a deck's notes and cards away; its reviews stay in the log and return with the deck. */
	removeDeck(deckId: DeckId): Promise<void>;
	/** Notes of a deck without their cards, in order. */
	notes(deckId: DeckId): Promise<readonly NoteSummary[]>;
	/** A whole note, or undefined. */
	note(noteId: NoteId): Promise<Note | undefined>;
	asset(hash: AssetHash): Promise<Asset | undefined>;
	/** In the order asked; undefined where no installed note holds the card. */
	cards(ids: readonly CardId[]): Promise<readonly (Card | undefined)[]>;

	/**
	 * The cards that are at home in a deck with their records, in the order of its notes, a bounded number at a time.
	 * What is written meanwhile may or may not show.
	 */
	eachCard(deckId: DeckId): AsyncIterable<readonly KnownCard[]>;

	/** Records of all cards that are at home in a deck, in no particular order; new cards have none. As `eachCard`. */
	eachRecord(): AsyncIterable<readonly CardRecord[]>;

	/** Where cards are at home, without reading them; in the order asked, undefined where no installed deck holds one. */
	refs(ids: readonly CardId[]): Promise<readonly (CardRef | undefined)[]>;

	/** Records of cards with at least one event; a card without one is new. In the order asked. */
	records(ids: readonly CardId[]): Promise<readonly (CardRecord | undefined)[]>;
	/** (Re)learning cards due up to an instant, earliest first; suspended and deckless cards left out. */
	learningDue(until: Instant, limit: number): Promise<readonly DueCard[]>;
	/** Review cards due on or before a study day, earliest day first; suspended and deckless cards left out. */
	reviewsDue(until: StudyDay, limit: number): Promise<readonly DueCard[]>;
	/** Cards never reviewed, in the order of the deck's notes; suspended ones left out. */
	unseen(deckId: DeckId, limit: number): Promise<readonly UnseenCard[]>;
	/**
	 * How many review cards are due on each study day of from..to (suspended and deckless cards left out; days without
	 * any may be missing). Kept, not counted: load balancing asks for it before every card.
	 */
	dueCounts(from: StudyDay, to: StudyDay): Promise<ReadonlyMap<StudyDay, number>>;
	/** Live reviews by the study day on which they were done, from..to; days without any are missing. Kept, not counted. */
	dayTotals(from: StudyDay, to: StudyDay): Promise<ReadonlyMap<StudyDay, DayTotals>>;

	/**
	 * The one way anything enters the log. Events known already (by id) are passed over, so recording twice records
	 * once. One transaction: log, and the records of the cards concerned.
	 */
	record(events: readonly LogEvent[]): Promise<RecordReport>;
	/**
	 * The same for more events than fit into memory (restore, first sync). Each batch is durable on its own; records,
	 * due lists and totals follow once, at the end. Broken off, it is finished at the next open, and repeating it
	 * records nothing twice.
	 */
	recordAll(batches: EventBatches): Promise<BulkReport>;
	/** Live and undone events of one card, in log order; for '' those that are about no card (settings). */
	cardEvents(cardId: CardId | ''): Promise<readonly LogEvent[]>;
	/** The same of several cards, in the order asked. */
	eventsOfCards(cardIds: readonly CardId[]): Promise<readonly (readonly LogEvent[])[]>;
	/** The whole log, in pieces of bounded size, in no particular order. */
	log(): AsyncIterable<readonly LogEvent[]>;
	/**
	 * What the log holds beyond a place up to which it was read; all of it without one. Undefined where what was read
	 * then is no longer there.
	 */
	logAfter(place?: LogPlace): Promise<LogPart | undefined>;
	/** Events whose study day lies in from..to, in log order. */
	eventsOnDays(from: StudyDay, to: StudyDay): Promise<readonly LogEvent[]>;

	/** Last value of every setting, by key. A projection of the `setting` events. */
	settings(): Promise<ReadonlyMap<string, SettingValue>>;

	/** Device-local values that no other device needs (session in progress, onboarding seen, last backup). */
	readLocal(key: string): Promise<unknown>;
	writeLocal(key: string, value: unknown): Promise<void>;

	/**
	 * Deletes every projection and computes it again from log and decks; the result is the same. Given a scheduler, uses
	 * that one from now on (the memory model's parameters are a setting, and can change).
	 */
	rebuild(scheduler?: Scheduler): Promise<void>;
	/**
	 * Compares what must agree: log with its heads and digests, projections with a fold of the log. Writes nothing.
	 * @param depth 'heads' looks only for a log that was cut off, and is quick at any size
	 */
	verify(depth?: 'heads' | 'all'): Promise<VerifyReport>;
	/** Tells of writes by other tabs, after they are durable. Returns what ends it. */
	watch(onChange: (change: LibraryChange) => void): () => void;
	/** Only when the person erases everything. */
	eraseEverything(): Promise<void>;
	close(): void;
}

export type DeckOrigin = 'shipped' | 'imported';

export interface InstallOptions {
	readonly origin: DeckOrigin;
	readonly assets?: readonly Asset[];
	readonly identities?: Identities;
	/** When the deck came: reviewed cards whose text differs from before keep that (`Card.former`). Without it, none do. */
	readonly changedAt?: Instant;
}

export interface DeckSummary {
	readonly id: DeckId;
	readonly title: string;
	readonly lang: string;
	readonly description: string | null;
	readonly version: string;
	readonly origin: DeckOrigin;
	readonly noteCount: number;
	readonly cardCount: number;
	/** How many `unseen` would list: suspended ones left out. */
	readonly unseenCount: number;
	readonly openQuestionCount: number;
	readonly suspendedCount: number;
}

export interface NoteSummary {
	readonly id: NoteId;
	readonly deckId: DeckId;
	readonly file: string;
	readonly title: string;
	readonly lang: string;
	readonly cardIds: readonly CardId[];
	readonly openQuestions: readonly OpenQuestion[];
}

export interface CardRef {
	readonly cardId: CardId;
	readonly noteId: NoteId;
	readonly deckId: DeckId;
	/** `siblingGroup(card)`: cards with the same one are kept apart, without reading the cards themselves. */
	readonly siblingGroup: string;
}

export interface KnownCard {
	readonly card: Card;
	/** Absent while it is new. */
	readonly record: CardRecord | undefined;
}

export interface DayTotals {
	/** Cram reviews left out. */
	readonly reviews: number;
	readonly tookMs: number;
}

export interface DueCard extends CardRef {
	readonly record: CardRecord;
}

export interface UnseenCard extends CardRef {
	/** Of cards to which something was done all the same: buried, flagged, forgotten. */
	readonly record: CardRecord | undefined;
}

export interface InstallReport {
	readonly isUnchanged: boolean;
	readonly added: number;
	readonly changed: number;
	/** Cards that the new version no longer holds; their reviews are kept. */
	readonly removed: number;
}

export interface RecordReport {
	readonly recorded: readonly EventId[];
	readonly known: number;
	/** Records after the write, of every card concerned. */
	readonly records: readonly CardRecord[];
}

/** How far a log was read. May be stored; what is in it is the library's own. */
export interface LogPlace {
	readonly sealed: readonly string[];
	readonly tail: readonly EventId[];
}

export interface LogPart {
	/** At most so many events come. */
	readonly count: number;
	/** Of bounded size, each event once, in no particular order. */
	readonly pieces: AsyncIterable<readonly LogEvent[]>;
	/** When all pieces have been read. */
	readonly place: LogPlace;
}

export type EventBatches = AsyncIterable<readonly LogEvent[]> | Iterable<readonly LogEvent[]>;

export interface BulkReport {
	readonly recorded: number;
	readonly known: number;
}

export interface VerifyReport {
	readonly isSound: boolean;
	/** Events in the log. */
	readonly events: number;
	readonly problems: readonly VerifyProblem[];
}

export interface VerifyProblem {
	/**
	 * Stable code. missing-events: a device's log holds fewer than were written; altered-segment: its digest differs;
	 * repeated-event: an id stands in the log twice; unfinished: a bulk record was broken off; stale-projection: what
	 * is computed differs from the log, `rebuild` cures it.
	 */
	readonly code: 'missing-events' | 'altered-segment' | 'repeated-event' | 'unfinished' | 'stale-projection';
	/** Device, segment, event or card concerned. */
	readonly subject: string;
	readonly message: string;
}

export type LibraryChange =
	| { readonly kind: 'recorded'; readonly cardIds: readonly CardId[] }
	/** So much changed that everything shown should be read again. */
	| { readonly kind: 'decks' | 'everything' };

/** Why the library could not do it; the message for a person is made where it is shown. */
export type LibraryErrorCode =
	'quota-exceeded' | 'connection-lost' | 'blocked' | 'newer-version' | 'unavailable' | 'corrupt' | 'failed';

export class LibraryError extends Error {
	override readonly name = 'LibraryError';
	constructor(
		readonly code: LibraryErrorCode,
		message: string,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}
