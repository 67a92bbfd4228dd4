import type { Note } from '#deck/deck.ts';
import type { CardId, NoteId } from '#deck/ids.ts';
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
	/** Of the cards near: they are often of one note. */
	readonly #notes = new Map<NoteId, Promise<Note | undefined>>();

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
		const reading = this.#cards.get(cardId) ?? this.#readShown(queued);
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

	/** Reads ahead, once the card that was turned to is on the screen, and forgets what is neither near nor shown. */
	async readAhead(session: Session): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, paintMs));
		const near = [...session.main.slice(0, ahead), ...session.learning.slice(0, ahead)];
		const all = [...near, ...(session.current ? [session.current] : [])];
		const kept = new Set(all.map(({ cardId }) => cardId));
		for (const id of this.#cards.keys()) if (!kept.has(id)) this.forget(id);
		const keptNotes = new Set(all.map(({ noteId }) => noteId));
		for (const id of this.#notes.keys()) if (!keptNotes.has(id)) this.#notes.delete(id);
		// A read that fails now is repeated, and reported, when the card's turn comes.
		await Promise.allSettled(near.map((card) => this.read(card)));
	}

	forget(cardId: CardId): void {
		this.#cards.delete(cardId);
		this.#ready.delete(cardId);
	}

	async #readShown(queued: QueueCard): Promise<ShownCard | undefined> {
		const { noteId } = queued;
		const reading = this.#notes.get(noteId) ?? this.#library.note(noteId);
		this.#notes.set(noteId, reading);
		try {
			return await readShownCard(this.#library, queued, await reading);
		} catch (error) {
			this.#notes.delete(noteId);
			throw error;
		}
	}

	clear(): void {
		this.#notes.clear();
		this.#cards.clear();
		this.#ready.clear();
	}
}

const ahead = 6;
/** More than a slow phone needs to draw a card. */
const paintMs = 250;
