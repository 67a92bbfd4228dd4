import type { DeckId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import { blockOf } from './day-blocks.ts';
import type { DayCounts, LibraryDatabase } from './library-database.ts';
import { RowCache } from './row-cache.ts';

/** What one transaction adds to the counters of decks and days; those that cancel out are not written. */
export class CountChanges {
	readonly #db: LibraryDatabase;
	readonly #decks = new Map<DeckId, { readonly unseen: number; readonly suspended: number }>();
	readonly #days = new Map<StudyDay, DayCounts>();

	constructor(db: LibraryDatabase) {
		this.#db = db;
	}

	addToDeck(deckId: DeckId, unseen: number, suspended: number): void {
		const sum = this.#decks.get(deckId) ?? { unseen: 0, suspended: 0 };
		this.#decks.set(deckId, { unseen: sum.unseen + unseen, suspended: sum.suspended + suspended });
	}

	addToDay(day: StudyDay, added: DayCounts): void {
		this.#days.set(day, plus(this.#days.get(day), added));
	}

	async flush(): Promise<void> {
		await Promise.all([this.#flushDecks(), this.#flushDays()]);
	}

	async #flushDecks(): Promise<void> {
		const changed = [...this.#decks].filter(([, { unseen, suspended }]) => unseen !== 0 || suspended !== 0);
		if (changed.length === 0) return;
		const decks = new RowCache(this.#db.decks);
		await decks.load(changed.map(([id]) => id));
		for (const [id, { unseen, suspended }] of changed) {
			const row = decks.get(id);
			// A deck that is being removed has no row to count in.
			if (!row) continue;
			decks.set(id, {
				...row,
				unseenCount: row.unseenCount + unseen,
				suspendedCount: row.suspendedCount + suspended
			});
		}
		await decks.flush();
	}

	async #flushDays(): Promise<void> {
		const changed = [...this.#days].filter(([, counts]) => !isZero(counts));
		if (changed.length === 0) return;
		const blocks = new RowCache(this.#db.days);
		await blocks.load(changed.map(([day]) => blockOf(day)));
		for (const [day, counts] of changed) {
			const block = blockOf(day);
			const days = new Map(blocks.get(block)?.days);
			const sum = plus(days.get(day), counts);
			if (isZero(sum)) days.delete(day);
			else days.set(day, sum);
			blocks.set(block, { block, days });
		}
		await blocks.flush();
	}
}

const plus = (a: DayCounts | undefined, b: DayCounts): DayCounts => ({
	reviews: (a?.reviews ?? 0) + b.reviews,
	tookMs: (a?.tookMs ?? 0) + b.tookMs,
	due: (a?.due ?? 0) + b.due
});

const isZero = ({ reviews, tookMs, due }: DayCounts) => reviews === 0 && tookMs === 0 && due === 0;
