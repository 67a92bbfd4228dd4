import type { DeckId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import { blockOf } from './day-blocks.ts';
import type { DayCounts, DaysRow, DeckRow, LibraryDatabase } from './library-database.ts';
import { RowCache } from './row-cache.ts';

/** What one transaction adds to the counters of decks and days; those that cancel out are not written. */
export class CountChanges {
	readonly #decks: RowCache<DeckRow, DeckId>;
	readonly #blocks: RowCache<DaysRow, number>;
	readonly #deckChanges = new Map<DeckId, { readonly unseen: number; readonly suspended: number }>();
	readonly #dayChanges = new Map<StudyDay, DayCounts>();

	constructor(db: LibraryDatabase) {
		this.#decks = new RowCache(db.decks);
		this.#blocks = new RowCache(db.days);
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

	async flush(): Promise<void> {
		await Promise.all([this.#flushDecks(), this.#flushDays()]);
	}

	async #flushDecks(): Promise<void> {
		const changed = [...this.#deckChanges].filter(
			([, { unseen, suspended }]) => unseen !== 0 || suspended !== 0
		);
		this.#deckChanges.clear();
		if (changed.length === 0) return;
		await this.#decks.load(changed.map(([id]) => id));
		for (const [id, { unseen, suspended }] of changed) {
			const row = this.#decks.get(id);
			// A deck that is being removed has no row to count in.
			if (!row) continue;
			this.#decks.set(id, {
				...row,
				unseenCount: row.unseenCount + unseen,
				suspendedCount: row.suspendedCount + suspended
			});
		}
		await this.#decks.flush();
	}

	async #flushDays(): Promise<void> {
		const changed = [...this.#dayChanges].filter(([, counts]) => !isZero(counts));
		this.#dayChanges.clear();
		if (changed.length === 0) return;
		await this.loadDays(changed.map(([day]) => day));
		for (const [day, counts] of changed) {
			const block = blockOf(day);
			const days = new Map(this.#blocks.get(block)?.days);
			const sum = plus(days.get(day), counts);
			if (isZero(sum)) days.delete(day);
			else days.set(day, sum);
			if (days.size === 0) this.#blocks.delete(block);
			else this.#blocks.set(block, { block, days });
		}
		await this.#blocks.flush();
	}
}

const plus = (a: DayCounts | undefined, b: DayCounts): DayCounts => ({
	reviews: (a?.reviews ?? 0) + b.reviews,
	tookMs: (a?.tookMs ?? 0) + b.tookMs,
	due: (a?.due ?? 0) + b.due
});

const isZero = ({ reviews, tookMs, due }: DayCounts) => reviews === 0 && tookMs === 0 && due === 0;
