import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { mergeEvents } from '#review-log/merge-events.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardStanding } from './card-standing.ts';
import { CountChanges } from './count-changes.ts';
import { appendToText, joinTexts, textToEvents } from './event-text.ts';
import { bucketOf, homeOf } from './homes.ts';
import type {
	HistoriesRow,
	Holder,
	HomesRow,
	LibraryDatabase,
	PageKey,
	RecentRow
} from './library-database.ts';
import { RowCache } from './row-cache.ts';
import { slotOf, slotStanding, withoutSlot, withSlot, type Slot, type StatesRow } from './states-page.ts';

/** Where a card's events are added: to its own row when they come one by one, to its page's when they come in bulk. */
export type EventTarget = 'recent' | 'histories';

/** What a card takes along when it changes its page. */
export interface Belongings {
	readonly record: CardRecord | undefined;
	readonly history: string | undefined;
}

/**
 * All that is computed from log and decks, as one transaction sees and changes it. Rows must be loaded before they are
 * asked for; counters follow every change of a record; nothing is written before `flush`.
 */
export class ProjectionRows {
	readonly states: RowCache<StatesRow, PageKey>;
	readonly #homes: RowCache<HomesRow, number>;
	readonly #histories: RowCache<HistoriesRow, PageKey>;
	readonly #recent: RowCache<RecentRow, CardId | ''>;
	readonly #counts: CountChanges;
	readonly #events = new Map<CardId | '', readonly LogEvent[]>();

	constructor(db: LibraryDatabase) {
		this.states = new RowCache(db.states);
		this.#homes = new RowCache(db.homes);
		this.#histories = new RowCache(db.histories);
		this.#recent = new RowCache(db.recent);
		this.#counts = new CountChanges(db);
	}

	/** Everything about these cards. */
	async loadCards(ids: Iterable<CardId | ''>): Promise<void> {
		const cardIds = [...ids];
		await this.loadHomes(cardIds);
		await Promise.all([this.loadPages(cardIds.map((id) => this.home(id))), this.#recent.load(cardIds)]);
	}

	async loadHomes(ids: readonly (CardId | '')[]): Promise<void> {
		await this.#homes.load(ids.flatMap((id) => (id === '' ? [] : [bucketOf(id)])));
	}

	async loadPages(keys: readonly PageKey[]): Promise<void> {
		await Promise.all([this.states.load(keys), this.#histories.load(keys)]);
	}

	isLoaded(id: CardId): boolean {
		return this.#recent.has(id);
	}

	home(id: CardId | ''): PageKey {
		return homeOf(id, id === '' ? undefined : this.#homes.get(bucketOf(id)));
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
		const bulk = this.#histories.get(this.home(id))?.events.get(id);
		const recent = this.#recent.get(id)?.events;
		const events = mergeEvents(...[bulk, recent].map((text) => (text ? textToEvents(text) : [])));
		this.#events.set(id, events);
		return events;
	}

	/** @param added events that `events(id)` does not hold yet */
	addEvents(id: CardId | '', added: readonly LogEvent[], target: EventTarget): void {
		if (added.length === 0) return;
		const merged = mergeEvents(this.events(id), added);
		this.#events.set(id, merged);
		if (target === 'recent') {
			const row = this.#recent.get(id);
			this.#recent.set(id, { ...row, cardId: id, events: appendToText(row?.events, added) });
		} else {
			const text = appendToText(this.#histories.get(this.home(id))?.events.get(id), added);
			this.#setHistory(this.home(id), id, text);
		}
	}

	followers(id: CardId): readonly CardId[] {
		return this.#recent.get(id)?.followers ?? [];
	}

	addFollower(id: CardId, follower: CardId): void {
		const followers = this.followers(id);
		if (followers.includes(follower)) return;
		const row = this.#recent.get(id) ?? { cardId: id, events: '[]' };
		this.#recent.set(id, { ...row, followers: [...followers, follower] });
	}

	record(id: CardId): CardRecord | undefined {
		return slotOf(this.states.get(this.home(id)), id)?.record;
	}

	setRecord(record: CardRecord): void {
		this.#setSlot(this.home(record.cardId), record.cardId, (slot) => ({ ...slot, record }));
	}

	/** Live reviews of one more day's total. */
	addReviews(day: StudyDay, reviews: number, tookMs: number): void {
		this.#counts.addToDay(day, { reviews, tookMs, due: 0 });
	}

	/** Empties the card's place in its present home, before that changes. */
	takeOut(id: CardId): Belongings {
		const key = this.home(id);
		const row = this.states.get(key);
		const { record } = slotOf(row, id) ?? {};
		const history = this.#histories.get(key)?.events.get(id);
		if (row?.deckId === '' && record) this.states.set(key, withoutSlot(row, id));
		else if (row)
			this.#setSlot(key, id, ({ cardId, siblingGroup }) => ({ cardId, siblingGroup, isElsewhere: true }));
		if (history) this.#setHistory(key, id, undefined);
		return { record, history };
	}

	/** Puts the card where it is at home now. */
	putIn(id: CardId, { record, history }: Belongings): void {
		const key = this.home(id);
		if (key[0] !== '' || record)
			this.#setSlot(key, id, ({ cardId, siblingGroup }) => ({
				cardId,
				siblingGroup,
				...(record && { record })
			}));
		if (history) this.#setHistory(key, id, joinTexts(this.#histories.get(key)?.events.get(id), history));
	}

	/** A page of a note that is there no more. Its cards were taken out. */
	deletePage(key: PageKey): void {
		this.states.delete(key);
		this.#histories.delete(key);
	}

	/** A page of a note, its cards not put in yet. */
	addPage(row: StatesRow): void {
		const key: PageKey = [row.noteId, row.page];
		this.states.set(key, {
			...row,
			slots: row.slots.map(({ cardId, siblingGroup }) => ({ cardId, siblingGroup, isElsewhere: true }))
		});
	}

	async flush(): Promise<void> {
		await Promise.all([
			this.states.flush(),
			this.#homes.flush(),
			this.#histories.flush(),
			this.#recent.flush(),
			this.#counts.flush()
		]);
	}

	#setSlot(key: PageKey, cardId: CardId, change: (slot: Slot) => Slot): void {
		const row = this.states.get(key) ?? decklessPage(key);
		const before = slotOf(row, cardId) ?? { cardId, siblingGroup: '' };
		const after = change(before);
		this.states.set(key, withSlot(row, after));
		if (row.deckId === '') return;
		this.#count(row.deckId, slotStanding(row, before), -1);
		this.#count(row.deckId, slotStanding(row, after), 1);
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

const decklessPage = ([noteId, page]: PageKey): StatesRow => ({
	noteId: noteId satisfies NoteId | '',
	page,
	deckId: '',
	position: -1,
	slots: []
});
