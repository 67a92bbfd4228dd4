import type { CardId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { groupBy } from './group-by.ts';
import type { LibraryDatabase } from './library-database.ts';

/** Cards that are looked up one by one; for more, it is asked first which cards the tail knows at all. */
const fewCards = 16;

/** The tail's events by card, as one transaction sees them. */
export class TailEvents {
	readonly #db: Pick<LibraryDatabase, 'tail'>;
	readonly #events = new Map<CardId | '', readonly LogEvent[]>();

	constructor(db: Pick<LibraryDatabase, 'tail'>) {
		this.#db = db;
	}

	async load(ids: readonly (CardId | '')[]): Promise<void> {
		const missing = ids.filter((id) => !this.#events.has(id));
		const present = missing.length > fewCards ? await this.#cardsInTail(missing) : missing;
		const events = present.length === 0 ? [] : await this.#db.tail.where('cardId').anyOf(present).toArray();
		const groups = groupBy(events, ({ cardId }) => cardId);
		for (const id of missing) this.#events.set(id, groups.get(id) ?? []);
	}

	has(id: CardId | ''): boolean {
		return this.#events.has(id);
	}

	/** Throws where they were not loaded. */
	get(id: CardId | ''): readonly LogEvent[] {
		const events = this.#events.get(id);
		if (!events) throw new Error(`The tail's events of card ${id} were not loaded.`);
		return events;
	}

	async #cardsInTail(ids: readonly (CardId | '')[]): Promise<readonly (CardId | '')[]> {
		const inTail = new Set(await this.#db.tail.orderBy('cardId').uniqueKeys());
		return ids.filter((id) => inTail.has(id));
	}
}
