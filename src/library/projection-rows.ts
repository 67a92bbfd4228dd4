import type { CardId, DeckId } from '#deck/ids.ts';
import type { EventId, LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardStanding } from './card-standing.ts';
import { CountChanges } from './count-changes.ts';
import { joinTexts, textToEvents } from './event-text.ts';
import { HomeHints } from './home-hints.ts';
import { bucketOf, fromStoredHomes, homeOf, toStoredHomes } from './homes.ts';
import type {
	HistoriesRow,
	Holder,
	HomesRow,
	LibraryDatabase,
	PageKey,
	StoredHomes
} from './library-database.ts';
import { RowCache } from './row-cache.ts';
import { shelvedCard } from './due-shelves.ts';
import { ShelfChanges } from './shelf-changes.ts';
import {
	fromStored,
	slotOf,
	slotStanding,
	toStored,
	withoutSlot,
	withSlot,
	type Slot,
	type StatesRow,
	type StoredStates
} from './states-page.ts';
import { TailEvents } from './tail-events.ts';
import type { TableChanges } from './write-at-once.ts';

/** Tables of what is computed, and the tail. */
export type ProjectionTables = Pick<
	LibraryDatabase,
	'homes' | 'states' | 'due' | 'histories' | 'days' | 'decks' | 'tail'
>;

/** What a card takes along when it changes its page. */
export interface Belongings {
	readonly record?: CardRecord | undefined;
	readonly followers?: readonly CardId[] | undefined;
	readonly history?: string | undefined;
}

/**
 * All that is computed from log and decks, as one transaction sees and changes it. Rows must be loaded before they are
 * asked for; counters follow every change of a record; nothing is written before `flush`. One
 * class, though long: each method keeps the caches of the same tables in step with each other.
 */
export class ProjectionRows {
	readonly states: RowCache<StatesRow, PageKey, StoredStates>;
	readonly #homes: RowCache<HomesRow, number, StoredHomes>;
	readonly #histories: RowCache<HistoriesRow, PageKey>;
	readonly #tail: TailEvents;
	readonly #counts: CountChanges;
	/** Absent where all shelves are filled anew afterwards. */
	readonly #shelves: ShelfChanges | undefined;
	readonly #events = new Map<CardId | '', readonly LogEvent[]>();
	readonly #hints: HomeHints;
	/** Hints that proved true. */
	readonly #foundAt = new Map<CardId, PageKey>();

	constructor(db: ProjectionTables, hints = new HomeHints(), areShelvesKept = true) {
		this.states = new RowCache(db.states, { fromStored, toStored });
		this.#homes = new RowCache(db.homes, { fromStored: fromStoredHomes, toStored: toStoredHomes });
		this.#histories = new RowCache(db.histories);
		this.#tail = new TailEvents(db);
		this.#counts = new CountChanges(db);
		this.#shelves = areShelvesKept ? new ShelfChanges(db) : undefined;
		this.#hints = hints;
	}

	/**
	 * Where the cards are at home, and their records. (Steps that ask for nothing are left out, not waited for: Dexie
	 * loses a transaction in which it is waited too often for nothing.)
	 */
	async loadRecords(ids: Iterable<CardId | ''>): Promise<void> {
		const cardIds = [...ids];
		const hinted = cardIds.flatMap((id) => this.#hinted(id));
		if (hinted.length > 0) await this.#tryHints(hinted);
		if (cardIds.some((id) => id !== '' && !this.#foundAt.has(id))) await this.loadHomes(cardIds);
		await this.states.load(cardIds.map((id) => this.home(id)));
		for (const id of cardIds) if (id !== '') this.#hints.note(id, this.home(id), this.#dueDay(id));
	}

	/** The same, and all of the cards' events. */
	async loadCards(ids: Iterable<CardId | ''>): Promise<void> {
		const cardIds = [...ids];
		await this.loadRecords(cardIds);
		await Promise.all([this.#histories.load(cardIds.map((id) => this.home(id))), this.#tail.load(cardIds)]);
	}

	/** The card's record, where its hint is right. */
	async loadHinted(cardId: CardId | ''): Promise<boolean> {
		const hinted = this.#hinted(cardId);
		if (hinted.length > 0) await this.#tryHints(hinted);
		return cardId !== '' && this.#foundAt.has(cardId);
	}

	async loadHomes(ids: readonly (CardId | '')[]): Promise<void> {
		const unknown = ids.filter((id) => id !== '' && !this.#foundAt.has(id)) as readonly CardId[];
		await this.#homes.load(unknown.map(bucketOf));
	}

	async loadPages(keys: readonly PageKey[]): Promise<void> {
		await Promise.all([this.states.load(keys), this.#histories.load(keys)]);
	}

	/** Starts to read counters and shelves that events will change, so that nothing waits for them in the end. */
	async loadTouched(events: readonly LogEvent[]): Promise<void> {
		const places = events.flatMap((event) => this.#placesTouched(event));
		const days = events.flatMap(({ day, payload }) => ('intervalDays' in payload ? [day] : []));
		await Promise.all([
			this.#counts.loadDays([...days, ...places.map(([day]) => day)]),
			this.#shelves?.loadPlaces(places)
		]);
	}

	/** Whether all of the card's events are at hand. */
	isLoaded(id: CardId): boolean {
		return this.#tail.has(id);
	}

	home(id: CardId | ''): PageKey {
		if (id === '') return homeOf('', undefined);
		return this.#foundAt.get(id) ?? homeOf(id, this.#homes.get(bucketOf(id)));
	}

	holders(id: CardId): readonly Holder[] {
		return this.#homes.get(bucketOf(id))?.holders.get(id) ?? [];
	}

	setHolders(id: CardId, holders: readonly Holder[]): void {
		const bucket = bucketOf(id);
		const all = new Map(this.#homes.get(bucket)?.holders);
		if (holders.length === 0) all.delete(id);
		else
			all.set(
				id,
				[...holders].sort((a, b) => a[0] - b[0])
			);
		if (all.size === 0) this.#homes.delete(bucket);
		else this.#homes.set(bucket, { bucket, holders: all });
	}

	/** All events of one card, in log order. */
	events(id: CardId | ''): readonly LogEvent[] {
		const read = this.#events.get(id);
		if (read) return read;
		const history = this.#history(id);
		const events = inLogOrder([...(history ? textToEvents(history) : []), ...this.#tail.get(id)]);
		this.#events.set(id, events);
		return events;
	}

	/** From now on `events(id)` holds these as well. Where they are stored is another matter: the tail, or a history. */
	addEvents(id: CardId | '', added: readonly LogEvent[]): void {
		this.#events.set(id, inLogOrder([...this.events(id), ...added]));
	}

	/** Stores events where their card finds them without the tail. */
	appendToHistory(id: CardId | '', text: string): void {
		const history = joinTexts([this.#history(id) ?? '[]', text]);
		if (history !== '[]') this.#setHistory(this.home(id), id, history);
	}

	/** Ids of the card's events that are found without the tail. */
	idsInHistory(id: CardId | ''): ReadonlySet<EventId> {
		return new Set(textToEvents(this.#history(id) ?? '[]').map((event) => event.id));
	}

	/** Its record must be loaded. */
	followers(id: CardId): readonly CardId[] {
		return this.#slot(id)?.followers ?? [];
	}

	addFollower(id: CardId, follower: CardId): void {
		const followers = this.followers(id);
		if (followers.includes(follower)) return;
		this.#changeSlot(this.home(id), id, (slot) => ({ ...slot, followers: [...followers, follower] }));
	}

	record(id: CardId): CardRecord | undefined {
		return this.#slot(id)?.record;
	}

	setRecord(record: CardRecord): void {
		const { cardId, state } = record;
		const home = this.home(cardId);
		this.#changeSlot(home, cardId, (slot) => ({ ...slot, record }));
		this.#hints.note(cardId, home, state.kind === 'review' ? state.dueDay : undefined);
	}

	/** Adds live reviews to a day's totals. */
	addReviews(day: StudyDay, reviews: number, tookMs: number): void {
		this.#counts.addToDay(day, { reviews, tookMs, due: 0 });
	}

	/** Empties the card's place in its present home, before that changes. */
	takeOut(id: CardId): Belongings {
		const key = this.home(id);
		const row = this.states.get(key);
		const { record, followers } = slotOf(row, id) ?? {};
		const history = this.#history(id);
		if (row?.deckId === '') this.states.set(key, withoutSlot(row, id));
		else if (row)
			this.#changeSlot(key, id, ({ cardId, siblingGroup }) => ({ cardId, siblingGroup, isElsewhere: true }));
		if (history) this.#setHistory(key, id, undefined);
		return { record, followers, history };
	}

	/** Puts the card where it is at home now. */
	putIn(id: CardId, { record, followers, history }: Belongings): void {
		const key = this.home(id);
		const isInDeck = key[0] !== '';
		if (isInDeck || record || followers)
			this.#changeSlot(key, id, ({ cardId, siblingGroup }) => ({
				cardId,
				siblingGroup,
				...(record && { record }),
				...(followers && { followers })
			}));
		if (history) this.#setHistory(key, id, joinTexts([this.#history(id) ?? '[]', history]));
	}

	/** A page of a note that is there no more. Its cards were taken out. */
	deletePage(key: PageKey): void {
		this.states.delete(key);
		this.#histories.delete(key);
	}

	/** What `flush` would write, for a caller that writes it together with other rows. */
	async takeChanges(): Promise<readonly TableChanges[]> {
		if (!this.#counts.areLoaded) await this.#counts.load();
		if (this.#shelves && !this.#shelves.areLoaded) await this.#shelves.load();
		return [
			this.states.takeChanges(),
			this.#homes.takeChanges(),
			this.#histories.takeChanges(),
			...(this.#shelves ? [this.#shelves.takeChanges()] : []),
			...this.#counts.takeChanges()
		];
	}

	async flush(): Promise<void> {
		await Promise.all([
			this.states.flush(),
			this.#homes.flush(),
			this.#histories.flush(),
			this.#shelves?.flush(),
			this.#counts.flush()
		]);
	}

	/** Where a card is hinted to be due, and where it will be. */
	#placesTouched({ cardId, day, payload }: LogEvent): readonly (readonly [StudyDay, CardId])[] {
		if (cardId === '' || !('intervalDays' in payload)) return [];
		const from = this.#hints.dueDayOf(cardId);
		const to = payload.intervalDays > 0 ? day + payload.intervalDays : undefined;
		return [from, to].flatMap((due) => (due === undefined ? [] : [[due, cardId] as const]));
	}

	#hinted(id: CardId | ''): readonly Hint[] {
		const key = id === '' || this.#foundAt.has(id) ? undefined : this.#hints.of(id);
		return id !== '' && key ? [{ id, key }] : [];
	}

	async #tryHints(hinted: readonly Hint[]): Promise<void> {
		await this.states.load(hinted.map(({ key }) => key));
		for (const { id, key } of hinted) {
			const slot = slotOf(this.states.get(key), id);
			if (slot && !slot.isElsewhere) this.#foundAt.set(id, key);
		}
	}

	#dueDay(id: CardId): StudyDay | undefined {
		const state = this.#slot(id)?.record?.state;
		return state?.kind === 'review' ? state.dueDay : undefined;
	}

	#slot(id: CardId): Slot | undefined {
		return slotOf(this.states.get(this.home(id)), id);
	}

	#history(id: CardId | ''): string | undefined {
		return this.#histories.get(this.home(id))?.events.get(id);
	}

	#changeSlot(key: PageKey, cardId: CardId, change: (slot: Slot) => Slot): void {
		const row = this.states.get(key) ?? decklessPage(key);
		const before = slotOf(row, cardId) ?? { cardId, siblingGroup: '' };
		const after = change(before);
		this.states.set(key, withSlot(row, after));
		if (row.deckId === '') return;
		this.#count(row.deckId, slotStanding(row, before), -1);
		this.#count(row.deckId, slotStanding(row, after), 1);
		const [from] = shelvedCard(row, before) ?? [];
		const [to, card] = shelvedCard(row, after) ?? [];
		if (from !== undefined && from !== to) this.#shelves?.take(from, cardId);
		if (to !== undefined && card) this.#shelves?.put(to, card);
	}

	#count(deckId: DeckId, standing: CardStanding | undefined, by: 1 | -1): void {
		if (!standing) return;
		this.#counts.addToDeck(deckId, by * Number(standing.isUnseen), by * Number(standing.isSuspended));
		if (standing.dueDay !== undefined)
			this.#counts.addToDay(standing.dueDay, { reviews: 0, tookMs: 0, due: by });
	}

	#setHistory(key: PageKey, id: CardId | '', text: string | undefined): void {
		const events = new Map(this.#histories.get(key)?.events);
		if (text === undefined) events.delete(id);
		else events.set(id, text);
		const [noteId, page] = key;
		if (events.size === 0) this.#histories.delete(key);
		else this.#histories.set(key, { noteId, page, events });
	}
}

interface Hint {
	readonly id: CardId;
	readonly key: PageKey;
}

const decklessPage = ([noteId, page]: PageKey): StatesRow => ({
	noteId,
	page,
	deckId: '',
	position: -1,
	slots: []
});
