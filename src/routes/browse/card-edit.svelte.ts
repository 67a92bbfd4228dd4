import type { CardId } from '#deck/ids.ts';
import type { LibraryError } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import { actOnCards } from '#session/act-on-cards.ts';
import type { CardChanges } from './card-changes.svelte.ts';

/** What the overlay for editing a card needs, outside of a session. */
export class CardEdit {
	readonly #changes: CardChanges;
	readonly #cardId: CardId;

	constructor(changes: CardChanges, cardId: CardId) {
		this.#changes = changes;
		this.#cardId = cardId;
	}

	get isSavingLong(): boolean {
		return this.#changes.isBusy;
	}

	get error(): LibraryError | undefined {
		return this.#changes.error;
	}

	edit = (front: string | null, back: string | null): Promise<void> =>
		this.#changes.run(
			{ name: m.edit_card(), run: (deps, ids) => actOnCards(deps, ids, 'edit', { front, back }) },
			[this.#cardId]
		);
}
