import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { QueueCard } from './queue-card.ts';
import type { Session } from './session.ts';
import { readShownCard, type ShownCard } from './shown-card.ts';

/** Keeps the cards that may come next in memory, so that turning to one never waits for a read. */
export class CardCache {
	readonly #library: Library;
	readonly #cards = new Map<CardId, Promise<ShownCard | undefined>>();
	/** Those that have arrived. */
	readonly #ready = new Map<CardId, ShownCard>();

	constructor(library: Library) {
		this.#library = library;
	}

	/** A card that has been read already. */
	ready(cardId: CardId): ShownCard | undefined {
		return this.#ready.get(cardId);
	}

	/** Undefined where the card is gone. Rejects with a `LibraryError`; asking again reads again. */
	async read(queued: QueueCard): Promise<ShownCard | undefined> {
		const { cardId } = queued;
		const reading = this.#cards.get(cardId) ?? readShownCard(this.#library, queued);
		this.#cards.set(cardId, reading);
		try {
			const card = await reading;
			if (card !== undefined && this.#cards.get(cardId) === reading) this.#ready.set(cardId, card);
			return card;
		} catch (error) {
			this.#cards.delete(cardId);
			throw error;
		}
	}

	/** Reads ahead, and forgets what is neither near nor shown. */
	async readAhead(session: Session): Promise<void> {
		const near = [...session.main.slice(0, ahead), ...session.learning.slice(0, ahead)];
		const kept = new Set(
			[...near, ...(session.current ? [session.current] : [])].map(({ cardId }) => cardId)
		);
		for (const id of this.#cards.keys()) if (!kept.has(id)) this.forget(id);
		// A read that fails now is repeated, and reported, when the card's turn comes.
		await Promise.allSettled(near.map((card) => this.read(card)));
	}

	forget(cardId: CardId): void {
		this.#cards.delete(cardId);
		this.#ready.delete(cardId);
	}

	clear(): void {
		this.#cards.clear();
		this.#ready.clear();
	}
}

const ahead = 6;
