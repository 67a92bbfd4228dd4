/* eslint-disable @typescript-eslint/require-await -- Library promises a promise where the device must be asked; memory need not wait. */
import type { Deck, Note } from '#deck/deck.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { DeviceId, EventId, LogEvent, SettingValue } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import { settingsOf } from '#review-log/settings-of.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { lastReviewOf } from '#scheduler/last-review-of.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { cardStanding, type CardStanding } from './card-standing.ts';
import { newDeviceId, type LibraryOptions } from './library-options.ts';
import type {
	BulkReport,
	DayTotals,
	DueCard,
	EventBatches,
	InstallOptions,
	Library,
	LogPlace,
	NoteSummary,
	RecordReport,
	VerifyReport
} from './library.ts';
import { lineage, rebindSources, withFollowers } from './lineage.ts';
import { MemoryDecks } from './memory-decks.ts';
import { reviewTotals } from './review-totals.ts';
import { summariseDeck } from './summarise-deck.ts';

/** A library that is gone with the page: for tests, and as the plain statement of what every library promises. */
export const openMemoryLibrary = (options: LibraryOptions): Library => new MemoryLibrary(options);

class MemoryLibrary implements Library {
	readonly deviceId: DeviceId;
	#scheduler: LibraryOptions['scheduler'];
	readonly #decks = new MemoryDecks();
	readonly #log = new Map<EventId, LogEvent>();
	readonly #eventsByCard = new Map<CardId | '', readonly LogEvent[]>();
	readonly #followers = new Map<CardId, Set<CardId>>();
	readonly #records = new Map<CardId, CardRecord>();
	readonly #locals = new Map<string, unknown>();

	constructor(options: LibraryOptions) {
		this.deviceId = newDeviceId(options.randomBytes);
		this.#scheduler = options.scheduler;
	}

	async decks() {
		return this.#decks.installed().map(({ deck, origin }) => {
			const standings = this.#decks
				.cardsAtHome(deck.id)
				.map(({ cardId }) => cardStanding(this.#records.get(cardId)));
			return summariseDeck(deck, origin, {
				unseenCount: standings.filter(({ isUnseen }) => isUnseen).length,
				suspendedCount: standings.filter(({ isSuspended }) => isSuspended).length
			});
		});
	}

	async installDeck(deck: Deck, options: InstallOptions) {
		return this.#decks.install(deck, options, (id) => lastReviewOf(this.#records.get(id)));
	}

	async identities(deckId: DeckId) {
		return this.#decks.identities(deckId);
	}

	async removeDeck(deckId: DeckId) {
		this.#decks.remove(deckId);
	}

	async notes(deckId: DeckId) {
		return this.#decks.notes(deckId).map((note) => noteSummary(deckId, note));
	}

	async note(noteId: NoteId) {
		return structuredClone(this.#decks.note(noteId));
	}

	async asset(hash: AssetHash) {
		return this.#decks.asset(hash);
	}

	async cards(ids: readonly CardId[]) {
		return ids.map((id) => this.#decks.card(id));
	}

	async *eachCard(deckId: DeckId) {
		await Promise.resolve();
		for (const note of this.#decks.notes(deckId)) {
			const cards = note.cards.filter(({ id }) => this.#decks.ref(id)?.deckId === deckId);
			yield cards.map((card) => ({ card, record: this.#records.get(card.id) }));
		}
	}

	async *eachRecord() {
		await Promise.resolve();
		yield this.#decks.refs().flatMap(({ cardId }) => this.#records.get(cardId) ?? []);
	}

	async refs(ids: readonly CardId[]) {
		return ids.map((id) => this.#decks.ref(id));
	}

	async records(ids: readonly CardId[]) {
		return ids.map((id) => this.#records.get(id));
	}

	async learningDue(until: Instant, limit: number) {
		return this.#due((standing) => standing.learningDueAt, until, limit);
	}

	async reviewsDue(until: StudyDay, limit: number) {
		return this.#due((standing) => standing.dueDay, until, limit);
	}

	async unseen(deckId: DeckId, limit: number) {
		return this.#decks
			.cardsAtHome(deckId)
			.map((ref) => ({ ...ref, record: this.#records.get(ref.cardId) }))
			.filter(({ record }) => cardStanding(record).isUnseen)
			.slice(0, limit);
	}

	async dueCounts(from: StudyDay, to: StudyDay) {
		const counts = new Map<StudyDay, number>();
		for (const { record } of this.#due((standing) => standing.dueDay, to, Infinity)) {
			const { dueDay } = cardStanding(record);
			if (dueDay !== undefined && dueDay >= from) counts.set(dueDay, (counts.get(dueDay) ?? 0) + 1);
		}
		return counts;
	}

	async dayTotals(from: StudyDay, to: StudyDay) {
		const totals = new Map<StudyDay, DayTotals>();
		for (const events of this.#eventsByCard.values()) {
			for (const [day, { reviews, tookMs }] of reviewTotals(events)) {
				const sum = totals.get(day) ?? { reviews: 0, tookMs: 0 };
				if (day >= from && day <= to)
					totals.set(day, { reviews: sum.reviews + reviews, tookMs: sum.tookMs + tookMs });
			}
		}
		return totals;
	}

	async record(events: readonly LogEvent[]): Promise<RecordReport> {
		const scheduler = await this.#resolveScheduler();
		const added = new Map<EventId, LogEvent>();
		for (const event of events)
			if (!this.#log.has(event.id) && !added.has(event.id)) added.set(event.id, event);
		for (const event of added.values()) this.#append(event);
		const records = this.#refold(scheduler, cardIdsOf(events));
		return { recorded: [...added.keys()], known: events.length - added.size, records };
	}

	async recordAll(batches: EventBatches): Promise<BulkReport> {
		let recorded = 0;
		let known = 0;
		for await (const batch of batches) {
			const report = await this.record(batch);
			recorded += report.recorded.length;
			known += report.known;
		}
		return { recorded, known };
	}

	async cardEvents(cardId: CardId | '') {
		return inLogOrder(this.#eventsByCard.get(cardId) ?? []);
	}

	async eventsOfCards(cardIds: readonly CardId[]) {
		return cardIds.map((id) => inLogOrder(this.#eventsByCard.get(id) ?? []));
	}

	async logAfter(place?: LogPlace) {
		if (place?.tail.some((id) => !this.#log.has(id))) return undefined;
		const known = new Set(place?.tail);
		const events = [...this.#log.values()].filter(({ id }) => !known.has(id));
		return {
			count: events.length,
			pieces: inPieces(events),
			place: { sealed: [], tail: [...this.#log.keys()] }
		};
	}

	async *log() {
		await Promise.resolve();
		yield [...this.#log.values()];
	}

	async eventsOnDays(from: StudyDay, to: StudyDay) {
		return inLogOrder([...this.#log.values()].filter(({ day }) => day >= from && day <= to));
	}

	async settings(): Promise<ReadonlyMap<string, SettingValue>> {
		return settingsOf(this.#eventsByCard.get('') ?? []);
	}

	async readLocal(key: string) {
		return structuredClone(this.#locals.get(key));
	}

	async writeLocal(key: string, value: unknown) {
		this.#locals.set(key, structuredClone(value));
	}

	async rebuild(scheduler?: Scheduler) {
		if (scheduler) this.#scheduler = scheduler;
		this.#records.clear();
		this.#refold(await this.#resolveScheduler(), cardIdsOf(this.#log.values()));
	}

	async verify(): Promise<VerifyReport> {
		return { isSound: true, events: this.#log.size, problems: [] };
	}

	/** There are no other tabs. */
	watch() {
		return () => undefined;
	}

	async eraseEverything() {
		for (const map of [this.#decks, this.#log, this.#eventsByCard, this.#followers, this.#records])
			map.clear();
		this.#locals.clear();
	}

	close() {
		// Nothing is held open.
	}

	async #resolveScheduler() {
		return typeof this.#scheduler === 'function' ? this.#scheduler(() => this.settings()) : this.#scheduler;
	}

	#append(event: LogEvent) {
		this.#log.set(event.id, event);
		this.#eventsByCard.set(event.cardId, [...(this.#eventsByCard.get(event.cardId) ?? []), event]);
		if (event.cardId === '') return;
		for (const source of rebindSources([event]))
			this.#followers.set(source, (this.#followers.get(source) ?? new Set()).add(event.cardId));
	}

	#refold(scheduler: Scheduler, cardIds: Iterable<CardId>): readonly CardRecord[] {
		const affected = withFollowers(cardIds, (id) => this.#followers.get(id) ?? []);
		const records = Array.from(affected, (id) =>
			scheduler.foldCard(id, lineage(id, (source) => this.#eventsByCard.get(source)).events)
		);
		for (const record of records) this.#records.set(record.cardId, record);
		return records;
	}

	#due(dueOf: (standing: CardStanding) => number | undefined, until: number, limit: number): DueCard[] {
		const due = this.#decks.refs().flatMap((ref) => {
			const record = this.#records.get(ref.cardId);
			const key = dueOf(cardStanding(record));
			return record && key !== undefined && key <= until ? [{ key, card: { ...ref, record } }] : [];
		});
		return due
			.sort((a, b) => a.key - b.key)
			.slice(0, limit)
			.map(({ card }) => card);
	}
}

async function* inPieces(events: readonly LogEvent[]) {
	await Promise.resolve();
	if (events.length > 0) yield events;
}

const cardIdsOf = (events: Iterable<LogEvent>): ReadonlySet<CardId> =>
	new Set(Array.from(events).flatMap(({ cardId }) => (cardId === '' ? [] : [cardId])));

const noteSummary = (deckId: DeckId, { id, file, title, lang, cards, openQuestions }: Note): NoteSummary => ({
	id,
	deckId,
	file,
	title,
	lang,
	cardIds: cards.map((card) => card.id),
	openQuestions
});
