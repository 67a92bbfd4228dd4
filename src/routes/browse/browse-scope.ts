import type { DeckId } from '#deck/ids.ts';

/** Which cards a list is about, as its address says. */
export interface BrowseScope {
	readonly deckId: DeckId | undefined;
	/** Titles of the sections around the cards, outermost first: `?section=Docker&section=Images`. */
	readonly section: readonly string[];
}

export const scopeOf = (parameters: URLSearchParams): BrowseScope => ({
	deckId: (parameters.get('deck') ?? undefined) as DeckId | undefined,
	section: parameters.getAll('section')
});

export const isInSection = (path: readonly string[], section: readonly string[]): boolean =>
	section.every((title, index) => path[index] === title);
