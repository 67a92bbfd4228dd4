/* eslint-disable @typescript-eslint/require-await -- Library promises a promise where the device must be asked; memory need not wait. */
import { siblingGroup, type Card } from '#deck/card.ts';
import type { Asset, Deck, Note } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { DeviceId, EventId, LogEvent, SettingValue } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import { settingsOf } from '#review-log/settings-of.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { cardStanding, type CardStanding } from './card-standing.ts';
import { assertInstallable, deckDifference, keptAssets } from './deck-difference.ts';
import { newDeviceId, type LibraryOptions } from './library-options.ts';
import type {
	BulkReport,
	CardRef,
	DayTotals,
	DeckOrigin,
	DeckSummary,
	DueCard,
	EventBatches,
	InstallOptions,
	InstallReport,
	Library,
	NoteSummary,
	RecordReport,
	VerifyReport
} from './library.ts';
import { lineage, rebindSources, withFollowers } from './lineage.ts';
import { reviewTotals } from './review-totals.ts';

/** A library that is gone with the page: for tests, and as the plain statement of what every library promises. */
export const openMemoryLibrary = (options: LibraryOptions): Library => new MemoryLibrary(options);

interface InstalledDeck {
	readonly deck: Deck;
	readonly origin: DeckOrigin;
	readonly identities: Identities | undefined;
	readonly assets: ReadonlyMap<AssetHash, Asset>;
}

class MemoryLibrary implements Library {
	readonly deviceId: DeviceId;
	#scheduler: LibraryOptions['scheduler'];
	readonly #decks = new Map<DeckId, InstalledDeck>();
	/** Where each card is at home: in the deck installed first, where several hold it. */
	#homes = new Map<CardId, CardRef>();
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
		return [...this.#decks.values()].map((installed) => this.#summary(installed));
	}

	async installDeck(deck: Deck, options: InstallOptions): Promise<InstallReport> {
		const before = this.#decks.get(deck.id);
		assertInstallable(deck, (id) => this.#noteAndDeck(id)?.deckId);
		const { origin, assets = [], identities = before?.identities } = options;
		const given = new Map(assets.map((asset) => [asset.hash, asset]));
		const kept = keptAssets(given.keys(), before?.assets.keys() ?? [], cardsOf(deck));
		this.#decks.set(deck.id, {
			deck: structuredClone(deck),
			origin,
			identities,
			assets: new Map([...(before?.assets ?? []), ...given].filter(([hash]) => kept.has(hash)))
		});
		this.#settleHomes();
		const difference = deckDifference(before ? cardsOf(before.deck) : [], cardsOf(deck));
		return { isUnchanged: JSON.stringify(before?.deck) === JSON.stringify(deck), ...difference };
	}

	async identities(deckId: DeckId) {
		return this.#decks.get(deckId)?.identities;
	}

	async removeDeck(deckId: DeckId) {
		this.#decks.delete(deckId);
		this.#settleHomes();
	}

	async notes(deckId: DeckId) {
		return (this.#decks.get(deckId)?.deck.notes ?? []).map((note) => noteSummary(deckId, note));
	}

	async note(noteId: NoteId) {
		return structuredClone(this.#noteAndDeck(noteId)?.note);
	}

	async asset(hash: AssetHash) {
		for (const { assets } of this.#decks.values()) {
			const asset = assets.get(hash);
			if (asset) return asset;
		}
		return undefined;
	}

	async cards(ids: readonly CardId[]) {
		return ids.map((id) => {
			const note = this.#noteAndDeck(this.#homes.get(id)?.noteId)?.note;
			return note?.cards.find((card) => card.id === id);
		});
	}

	async *eachCard(deckId: DeckId) {
		await Promise.resolve();
		for (const note of this.#decks.get(deckId)?.deck.notes ?? []) {
			const cards = note.cards.filter(({ id }) => this.#homes.get(id)?.deckId === deckId);
			yield cards.map((card) => ({ card, record: this.#records.get(card.id) }));
		}
	}

	async refs(ids: readonly CardId[]) {
		return ids.map((id) => this.#homes.get(id));
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
		return this.#atHome(deckId)
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
		for (const map of [
			this.#decks,
			this.#homes,
			this.#log,
			this.#eventsByCard,
			this.#followers,
			this.#records
		])
			map.clear();
		this.#locals.clear();
	}

	close() {
		// Nothing is held open.
	}

	async #resolveScheduler() {
		return typeof this.#scheduler === 'function' ? this.#scheduler() : this.#scheduler;
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

	#settleHomes() {
		this.#homes = new Map();
		for (const { deck } of this.#decks.values()) {
			for (const card of cardsOf(deck)) {
				const ref = {
					cardId: card.id,
					noteId: card.noteId,
					deckId: deck.id,
					siblingGroup: siblingGroup(card)
				};
				if (!this.#homes.has(card.id)) this.#homes.set(card.id, ref);
			}
		}
	}

	#atHome(deckId: DeckId): readonly CardRef[] {
		const deck = this.#decks.get(deckId)?.deck;
		return (deck ? cardsOf(deck) : []).flatMap((card) => {
			const ref = this.#homes.get(card.id);
			return ref?.deckId === deckId ? [ref] : [];
		});
	}

	#due(dueOf: (standing: CardStanding) => number | undefined, until: number, limit: number): DueCard[] {
		const due = [...this.#homes.values()].flatMap((ref) => {
			const record = this.#records.get(ref.cardId);
			const key = dueOf(cardStanding(record));
			return record && key !== undefined && key <= until ? [{ key, card: { ...ref, record } }] : [];
		});
		return due
			.sort((a, b) => a.key - b.key)
			.slice(0, limit)
			.map(({ card }) => card);
	}

	#noteAndDeck(noteId: NoteId | undefined): { readonly note: Note; readonly deckId: DeckId } | undefined {
		for (const { deck } of this.#decks.values()) {
			const note = deck.notes.find(({ id }) => id === noteId);
			if (note) return { note, deckId: deck.id };
		}
		return undefined;
	}

	#summary({ deck, origin }: InstalledDeck): DeckSummary {
		const standings = this.#atHome(deck.id).map(({ cardId }) => cardStanding(this.#records.get(cardId)));
		return {
			id: deck.id,
			title: deck.title,
			lang: deck.lang,
			description: deck.description ?? null,
			version: deck.version,
			origin,
			noteCount: deck.notes.length,
			cardCount: cardsOf(deck).length,
			unseenCount: standings.filter(({ isUnseen }) => isUnseen).length,
			openQuestionCount: deck.notes.reduce((sum, note) => sum + note.openQuestions.length, 0),
			suspendedCount: standings.filter(({ isSuspended }) => isSuspended).length
		};
	}
}

const cardsOf = (deck: Deck): readonly Card[] => deck.notes.flatMap((note) => note.cards);

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
