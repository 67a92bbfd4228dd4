import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { PageKey } from './library-database.ts';

/** More than a long session asks for. */
const mostHints = 10_000;

interface Hint {
	readonly page: PageKey;
	readonly dueDay: StudyDay | undefined;
}

/**
 * Where cards were last seen, so that an answer finds its card's page, and its shelf, at once. Only a hint: the page itself
 * is looked at, since another tab may have moved the card.
 */
export class HomeHints {
	readonly #hints = new Map<CardId, Hint>();
	readonly #most: number;

	constructor(most = mostHints) {
		this.#most = most;
	}

	/** @param dueDay undefined where it is not due for review on any day, or that is not known */
	note(cardId: CardId, page: PageKey, dueDay?: StudyDay): void {
		if (this.#hints.size >= this.#most) this.#hints.clear();
		this.#hints.set(cardId, { page, dueDay });
	}

	of(cardId: CardId): PageKey | undefined {
		return this.#hints.get(cardId)?.page;
	}

	dueDayOf(cardId: CardId): StudyDay | undefined {
		return this.#hints.get(cardId)?.dueDay;
	}
}
