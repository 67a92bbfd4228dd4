import type { Deck } from '#deck/deck.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { DeviceId, EventId, LogEvent } from '#review-log/log-event.ts';
import { settingsOf } from '#review-log/settings-of.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { readDays } from './day-blocks.ts';
import { HomeHints } from './home-hints.ts';
import { LibraryChannel } from './library-channel.ts';
import type { LibraryDatabase } from './library-database.ts';
import { toLibraryError } from './library-error.ts';
import { newDeviceId, type LibraryOptions } from './library-options.ts';
import type {
	BulkReport,
	EventBatches,
	InstallOptions,
	InstallReport,
	Library,
	LibraryChange,
	LogPlace,
	RecordReport
} from './library.ts';
import { LibraryError } from './library.ts';
import { loadPart } from './load-part.ts';
import { logCountsIn } from './log-counts.ts';
import { loadRecording } from './prepare-recording.ts';
import { readAsset, readCards, readDecks, readNote, readNotes } from './read-decks.ts';
import { readEachCard } from './read-each-card.ts';
import { readLearningDue, readRecords, readRefs, readReviewsDue, readUnseen } from './read-due.ts';
import { readEachRecord } from './read-each-record.ts';
import { readLogAfter } from './read-log-after.ts';
import { readEventsOfCards, readEventsOnDays, tablesOfCardEvents, tablesOfDayEvents } from './read-events.ts';
import { readLog } from './read-log.ts';
import { segmentSize } from './segment-size.ts';
import { tidyIndexes } from './tidy-indexes.ts';

export interface DexieLibraryOptions extends LibraryOptions, ConnectionOptions {}

/**
 * The library of this device, in IndexedDB.
 * @param name of the database
 * @throws LibraryError when the browser refuses, or the database is of a newer version of the app
 */
export async function openDexieLibrary(name: string, options: DexieLibraryOptions): Promise<Library> {
	const connection = new Connection(name, options);
	await connection.open();
	const { deviceId, isUnsettled } = await readIdentity(connection, options);
	const library = new DexieLibrary(name, deviceId, connection, options);
	if (isUnsettled) await library.settle();
	return library;
}

class DexieLibrary implements Library {
	readonly deviceId: DeviceId;
	readonly #connection: Connection;
	readonly #channel: LibraryChannel;
	#scheduler: LibraryOptions['scheduler'];
	readonly #options: LibraryOptions;
	/** Events since the tail was last looked at. */
	#unsealed = 0;
	#hasLooked = false;
	#isSealing = false;
	readonly #hints = new HomeHints();

	constructor(name: string, deviceId: DeviceId, connection: Connection, options: LibraryOptions) {
		this.deviceId = deviceId;
		this.#connection = connection;
		this.#channel = new LibraryChannel(name);
		this.#scheduler = options.scheduler;
		this.#options = options;
	}

	decks = () => this.#connection.read(['decks'], readDecks);
	notes = (deckId: DeckId) =>
		this.#connection.read(['notes'], (transaction) => readNotes(transaction, deckId));
	note = (noteId: NoteId) =>
		this.#connection.read(['notes', 'pages', 'sources'], (transaction) => readNote(transaction, noteId));
	asset = (hash: AssetHash) =>
		this.#connection.read(['assets'], (transaction) => readAsset(transaction, hash));
	cards = (ids: readonly CardId[]) =>
		this.#connection.read(['homes', 'pages'], (transaction) => readCards(transaction, ids));

	async identities(deckId: DeckId) {
		const row = await this.#connection.run((db) => db.identities.get(deckId));
		return row?.identities;
	}

	async installDeck(deck: Deck, options: InstallOptions): Promise<InstallReport> {
		const [{ deckRows }, { installDeck }] = await loadPart(
			Promise.all([import('./deck-rows.ts'), import('./install-deck.ts')])
		);
		const notes = await deckRows(deck);
		const attempts: InstallReport[] = [];
		const report = await this.#connection.run((db) => installDeck(db, deck, notes, options, attempts));
		this.#tell({ kind: 'decks' });
		return report;
	}

	async removeDeck(deckId: DeckId) {
		const { removeDeck } = await loadPart(import('./install-deck.ts'));
		await this.#connection.run((db) => removeDeck(db, deckId));
		this.#tell({ kind: 'decks' });
	}

	eachCard = (deckId: DeckId) => readEachCard(this.#connection, deckId);
	eachRecord = () => readEachRecord(this.#connection);
	refs = (ids: readonly CardId[]) =>
		this.#connection.read(['homes', 'states'], (transaction) => readRefs(transaction, ids));
	records = (ids: readonly CardId[]) =>
		this.#connection.read(['homes', 'states'], (transaction) => readRecords(transaction, ids));
	learningDue = (until: Instant, limit: number) =>
		this.#connection.read(['states'], (states) => readLearningDue(states, until, limit, this.#hints));
	reviewsDue = (until: StudyDay, limit: number) =>
		this.#connection.read(['due'], (due) => readReviewsDue(due, until, limit, this.#hints));
	unseen = (deckId: DeckId, limit: number) =>
		this.#connection.read(['states'], (states) => readUnseen(states, deckId, limit, this.#hints));
	dueCounts = (from: StudyDay, to: StudyDay) =>
		this.#connection.read(['days'], (days) => readDays(days, from, to, ({ due }) => due || undefined));
	dayTotals = (from: StudyDay, to: StudyDay) =>
		this.#connection.read(['days'], (days) =>
			readDays(days, from, to, ({ reviews, tookMs }) => (reviews > 0 ? { reviews, tookMs } : undefined))
		);

	async record(events: readonly LogEvent[]): Promise<RecordReport> {
		const scheduler = await this.#resolveScheduler();
		const recording = { scheduler, hints: this.#hints, attempted: new Set<EventId>() };
		const { recordEvents } = await loadRecording();
		const report = await recordEvents(this.#connection, events, recording);
		this.#tell({ kind: 'recorded', cardIds: report.records.map(({ cardId }) => cardId) });
		this.#sealLater(report.recorded.length);
		return report;
	}

	async recordAll(batches: EventBatches): Promise<BulkReport> {
		try {
			const { appendAll } = await loadPart(import('./record-all.ts'));
			return await appendAll(this.#connection, batches);
		} finally {
			// Also where the batches broke off: what is in the log must show.
			await this.settle();
			this.#tell({ kind: 'everything' });
		}
	}

	async cardEvents(cardId: CardId | '') {
		const [events] = await this.#eventsOf([cardId]);
		return events ?? [];
	}

	eventsOfCards = (cardIds: readonly CardId[]) => this.#eventsOf(cardIds);
	log = () => readLog(this.#connection);
	logAfter = (place?: LogPlace) => readLogAfter(this.#connection, place);
	eventsOnDays = (from: StudyDay, to: StudyDay) =>
		this.#connection.read(tablesOfDayEvents, (transaction) => readEventsOnDays(transaction, from, to));
	settings = async () => settingsOf(await this.cardEvents(''));

	async readLocal(key: string): Promise<unknown> {
		const row = await this.#connection.read(['local'], (transaction) => transaction.get('local', key));
		return row?.value;
	}

	async writeLocal(key: string, value: unknown) {
		await this.#connection.write(['local'], (transaction) => {
			transaction.finish([{ table: 'local', put: [{ key, value }] }]);
			return transaction.done;
		});
	}

	async rebuild(scheduler?: Scheduler) {
		if (scheduler) this.#scheduler = scheduler;
		const { clearProjections } = await loadPart(import('./rebuild-projections.ts'));
		await this.#connection.run(clearProjections);
		await this.settle();
		this.#tell({ kind: 'everything' });
	}

	async verify(depth: 'heads' | 'all' = 'all') {
		const { verifyLibrary } = await loadPart(import('./verify-library.ts'));
		return verifyLibrary(this.#connection, depth === 'all' ? await this.#resolveScheduler() : undefined);
	}

	watch(onChange: (change: LibraryChange) => void) {
		return this.#channel.watch(onChange);
	}

	async eraseEverything() {
		const { deviceId } = this;
		await this.#connection.run((db) =>
			db.transaction('rw', db.tables, async () => {
				await Promise.all(db.tables.map((table) => table.clear()));
				await db.meta.put({ key: 'deviceId', value: deviceId });
			})
		);
		this.#tell({ kind: 'everything' });
	}

	close() {
		this.#connection.close();
		this.#channel.close();
	}

	async settle() {
		const { settle } = await loadPart(import('./settle.ts'));
		await settle(this.#connection, await this.#resolveScheduler());
		await this.#connection.run(tidyIndexes);
	}

	#eventsOf(cardIds: readonly (CardId | '')[]) {
		return this.#connection.read(tablesOfCardEvents, (transaction) =>
			readEventsOfCards(transaction, cardIds)
		);
	}

	/** Before any transaction: waiting for it inside would end the transaction. */
	async #resolveScheduler(): Promise<Scheduler> {
		try {
			return typeof this.#scheduler === 'function' ? await this.#scheduler(this.settings) : this.#scheduler;
		} catch (error) {
			throw new LibraryError('failed', 'The scheduler could not be loaded.', { cause: error });
		}
	}

	/**
	 * Sealing (and tidying) costs a moment now and then and changes nothing that is asked for, so nobody waits for it. When
	 * it fails, the events stay in the tail, and the next time seals them.
	 */
	#sealLater(recorded: number) {
		this.#unsealed += recorded;
		if ((this.#hasLooked && this.#unsealed < sealingCheckedEvery) || this.#isSealing) return;
		this.#hasLooked = true;
		this.#isSealing = true;
		const counted = this.#unsealed;
		this.#seal()
			.then(() => (this.#unsealed -= counted))
			.finally(() => (this.#isSealing = false))
			// So many may have come meanwhile.
			.then(() => this.#sealLater(0))
			.catch((error: unknown) => this.#options.onBackgroundError?.(toLibraryError(error)));
	}

	async #seal() {
		const isTidy = this.#unsealed < sealingCheckedEvery;
		const log = await this.#connection.read(['meta'], (transaction) => transaction.get('meta', 'log'));
		const isShort = [...logCountsIn(log).heads.values()].every(
			({ tailCount }) => tailCount < segmentSize.most
		);
		// As a rule, after the first answer: the code for it is not fetched while the next card is answered.
		if (isTidy && isShort) return;
		const { sealTails } = await loadPart(import('./seal-tail.ts'));
		await sealTails(this.#connection);
		await this.#connection.run(tidyIndexes);
	}

	#tell(change: LibraryChange) {
		this.#channel.tell(change);
	}
}

/** How many answers may pass before the tail is looked at. */
const sealingCheckedEvery = 100;

async function readIdentity(connection: Connection, { randomBytes }: LibraryOptions) {
	const [row, log] = await connection.read(['meta'], (transaction) =>
		transaction.getMany('meta', ['deviceId', 'log'])
	);
	const deviceId = row?.value ?? (await connection.run((db) => mintDeviceId(db, newDeviceId(randomBytes))));
	return { deviceId: deviceId as DeviceId, isUnsettled: logCountsIn(log).isUnsettled };
}

/** Two tabs that open a new database at once get one id: the second finds what the first wrote. */
const mintDeviceId = (db: LibraryDatabase, minted: DeviceId) =>
	db.transaction('rw', db.meta, async () => {
		const row = await db.meta.get('deviceId');
		if (!row) await db.meta.add({ key: 'deviceId', value: minted });
		return row?.value ?? minted;
	});
