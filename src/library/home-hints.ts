import type { CardId } from '#deck/ids.ts';
import type { PageKey } from './library-database.ts';

/** More than a long session asks for. */
const mostHints = 10_000;

/**
 * Where cards were last seen, so that an answer finds its card's page at once. Only a hint: the page itself is looked at,
 * since another tab may have moved the card.
 */
export class HomeHints {
	readonly #pages = new Map<CardId, PageKey>();
	readonly #most: number;

	constructor(most = mostHints) {
		this.#most = most;
	}

	note(cardId: CardId, page: PageKey): void {
		if (this.#pages.size >= this.#most) this.#pages.clear();
		this.#pages.set(cardId, page);
	}

	of(cardId: CardId): PageKey | undefined {
		return this.#pages.get(cardId);
	}
}
