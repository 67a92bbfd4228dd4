import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import {
	fromStoredShelf,
	shelfOf,
	toStoredShelf,
	type DueShelf,
	type ShelfKey,
	type ShelvedCard,
	type StoredShelf
} from './due-shelves.ts';
import type { LibraryDatabase } from './library-database.ts';
import { RowCache } from './row-cache.ts';
import type { TableChanges } from './write-at-once.ts';

/** What one transaction puts on the shelves of due cards, and takes from them. */
export class ShelfChanges {
	readonly #shelves: RowCache<DueShelf, ShelfKey, StoredShelf>;
	/** Undefined where the card is taken away. */
	readonly #changes = new Map<
		string,
		{ readonly key: ShelfKey; readonly cards: Map<CardId, ShelvedCard | undefined> }
	>();

	constructor(db: Pick<LibraryDatabase, 'due'>) {
		this.#shelves = new RowCache(db.due, { fromStored: fromStoredShelf, toStored: toStoredShelf });
	}

	/** Starts to read what will be written, so that nothing waits for it in the end. */
	async loadPlaces(places: readonly (readonly [StudyDay, CardId])[]): Promise<void> {
		await this.#shelves.load(places.map(([day, cardId]) => shelfOf(day, cardId)));
	}

	take(day: StudyDay, cardId: CardId): void {
		this.#changesOf(day, cardId).set(cardId, undefined);
	}

	put(day: StudyDay, card: ShelvedCard): void {
		this.#changesOf(day, card.slot.cardId).set(card.slot.cardId, card);
	}

	/** Whether what changed can be written without another read. */
	get areLoaded(): boolean {
		return [...this.#changes.values()].every(({ key }) => this.#shelves.has(key));
	}

	async load(): Promise<void> {
		await this.#shelves.load(Array.from(this.#changes.values(), ({ key }) => key));
	}

	/** They must be loaded. */
	takeChanges(): TableChanges {
		this.#apply();
		return this.#shelves.takeChanges();
	}

	async flush(): Promise<void> {
		if (!this.areLoaded) await this.load();
		this.#apply();
		await this.#shelves.flush();
	}

	#changesOf(day: StudyDay, cardId: CardId): Map<CardId, ShelvedCard | undefined> {
		const key = shelfOf(day, cardId);
		const changes = this.#changes.get(key.join()) ?? { key, cards: new Map() };
		this.#changes.set(key.join(), changes);
		return changes.cards;
	}

	#apply(): void {
		for (const { key, cards: changed } of this.#changes.values()) {
			const cards = new Map(this.#shelves.get(key)?.cards);
			for (const [cardId, card] of changed) {
				if (card) cards.set(cardId, card);
				else cards.delete(cardId);
			}
			const [day, shelf] = key;
			if (cards.size === 0) this.#shelves.delete(key);
			else this.#shelves.set(key, { day, shelf, cards });
		}
		this.#changes.clear();
	}
}
