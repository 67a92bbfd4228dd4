import type { DeckId } from '#deck/ids.ts';
import type { CardOutline } from './card-outline.ts';

/** What charts are about. */
export interface ChartScope {
	/** All decks, where absent. */
	readonly deckId?: DeckId;
	/** Titles of the sections around the cards, outermost first. */
	readonly section: readonly string[];
	readonly tag?: string;
	/** Days that end with today; Infinity for all time. */
	readonly days: number;
}

export const isWholeLibrary = ({ deckId, section, tag }: ChartScope): boolean =>
	deckId === undefined && section.length === 0 && tag === undefined;

export const isInScope = ({ deckId, path, tags }: CardOutline, scope: ChartScope): boolean =>
	(scope.deckId === undefined || scope.deckId === deckId) &&
	(scope.tag === undefined || tags.includes(scope.tag)) &&
	scope.section.every((title, index) => path[index] === title);

/** A heading of a deck's notes, with the cards under it and under what it contains. */
export interface Section {
	readonly path: readonly string[];
	readonly cards: number;
}

export interface DeckScopes {
	readonly deckId: DeckId;
	/** In the order of the notes. */
	readonly sections: readonly Section[];
	/** Sorted. */
	readonly tags: readonly string[];
}

interface DeckSections {
	readonly sections: Map<string, CountedSection>;
	readonly tags: Set<string>;
}
interface CountedSection {
	readonly path: readonly string[];
	cards: number;
}

/** What can be asked for. */
export function chartScopes(cards: readonly CardOutline[]): readonly DeckScopes[] {
	const decks = new Map<DeckId, DeckSections>();
	for (const { deckId, path, tags } of cards) {
		const deck = decks.get(deckId) ?? {
			sections: new Map<string, CountedSection>(),
			tags: new Set<string>()
		};
		decks.set(deckId, deck);
		for (const tag of tags) deck.tags.add(tag);
		path.forEach((_, index) => {
			const outer = path.slice(0, index + 1);
			const key = JSON.stringify(outer);
			const section = deck.sections.get(key) ?? { path: outer, cards: 0 };
			section.cards++;
			deck.sections.set(key, section);
		});
	}
	return Array.from(decks, ([deckId, { sections, tags }]) => ({
		deckId,
		sections: [...sections.values()],
		tags: [...tags].sort()
	}));
}
