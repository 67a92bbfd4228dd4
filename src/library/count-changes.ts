import type { DeckId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import { blockOf, fromStoredDays, toStoredDays } from './day-blocks.ts';
import type { DayCounts, DaysRow, DeckRow, LibraryDatabase, StoredDays } from './library-database.ts';
import { RowCache } from './row-cache.ts';
import type { TableChanges } from './write-at-once.ts';

/** What one transaction adds to the counters of decks and days; those that cancel out are not written. */
export class CountChanges {
	readonly #decks: RowCache<DeckRow, DeckId>;
	readonly #blocks: RowCache<DaysRow, number, StoredDays>;
	readonly #deckChanges = new Map<DeckId, { readonly unseen: number; readonly suspended: number }>();
	readonly #dayChanges = new Map<StudyDay, DayCounts>();

	constructor(db: Pick<LibraryDatabase, 'decks' | 'days'>) {
		this.#decks = new RowCache(db.decks);
		this.#blocks = new RowCache(db.days, { fromStored: fromStoredDays, toStored: toStoredDays });
	}

	async loadDays(days: readonly StudyDay[]): Promise<void> {
		await this.#blocks.load(days.map(blockOf));
	}

	addToDeck(deckId: DeckId, unseen: number, suspended: number): void {
		const sum = this.#deckChanges.get(deckId) ?? { unseen: 0, suspended: 0 };
		this.#deckChanges.set(deckId, { unseen: sum.unseen + unseen, suspended: sum.suspended + suspended });
	}

	addToDay(day: StudyDay, added: DayCounts): void {
		this.#dayChanges.set(day, plus(this.#dayChanges.get(day), added));
	}

	/** Whether what changed can be written without another read. */
	get areLoaded(): boolean {
		return (
			this.#changedDecks().every(([id]) => this.#decks.has(id)) &&
			this.#changedDays().every(([day]) => this.#blocks.has(blockOf(day)))
		);
	}

	async load(): Promise<void> {
		await Promise.all([
			this.#decks.load(this.#changedDecks().map(([id]) => id)),
			this.loadDays(this.#changedDays().map(([day]) => day))
		]);
	}

	/** They must be loaded. */
	takeChanges(): readonly TableChanges[] {
		this.#applyToDecks();
		this.#applyToDays();
		return [this.#decks.takeChanges(), this.#blocks.takeChanges()];
	}

	async flush(): Promise<void> {
		if (!this.areLoaded) await this.load();
		this.#applyToDecks();
		this.#applyToDays();
		await Promise.all([this.#decks.flush(), this.#blocks.flush()]);
	}

	#changedDecks() {
		return [...this.#deckChanges].filter(([, { unseen, suspended }]) => unseen !== 0 || suspended !== 0);
	}

	#changedDays() {
		return [...this.#dayChanges].filter(([, counts]) => !isZero(counts));
	}

	#applyToDecks(): void {
		for (const [id, { unseen, suspended }] of this.#changedDecks()) {
			const row = this.#decks.get(id);
			// A deck that is being removed has no row to count in.
			if (!row) continue;
			this.#decks.set(id, {
				...row,
				unseenCount: row.unseenCount + unseen,
				suspendedCount: row.suspendedCount + suspended
			});
		}
		this.#deckChanges.clear();
	}

	#applyToDays(): void {
		for (const [day, counts] of this.#changedDays()) {
			const block = blockOf(day);
			const days = new Map(this.#blocks.get(block)?.days);
			const sum = plus(days.get(day), counts);
			if (isZero(sum)) days.delete(day);
			else days.set(day, sum);
			if (days.size === 0) this.#blocks.delete(block);
			else this.#blocks.set(block, { block, days });
		}
		this.#dayChanges.clear();
	}
}

const plus = (a: DayCounts | undefined, b: DayCounts): DayCounts => ({
	reviews: (a?.reviews ?? 0) + b.reviews,
	tookMs: (a?.tookMs ?? 0) + b.tookMs,
	due: (a?.due ?? 0) + b.due
});

const isZero = ({ reviews, tookMs, due }: DayCounts) => reviews === 0 && tookMs === 0 && due === 0;
