import { factsOf, type CardFacts, type FactsContext } from '#browse/card-facts.ts';
import type { Sorting } from '#browse/compare-cards.ts';
import { findCards } from '#browse/find-cards.ts';
import { foldText } from '#browse/fold-text.ts';
import { matches } from '#browse/matches.ts';
import type { Query } from '#browse/query.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { DeckSummary, KnownCard, LibraryChange } from '#library/library.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import { momentNow } from '#scheduler/moment.ts';
import type { App } from '../app.ts';
import { isInSection, type BrowseScope } from './browse-scope.ts';
import { inSlices } from './in-slices.ts';

/** While cards are being read, the list grows this often. */
const growEveryMs = 300;
/** From so many cards on, reading everything again is as quick as reading them one by one. */
const manyCards = 2_000;

/**
 * The cards of a list page: read a piece at a time, kept as facts alone, filtered and sorted in short steps. What fits
 * shows while the rest is still being read.
 */
export class CardList {
	/** What fits, sorted. */
	found = $state.raw<readonly CardFacts[]>([]);
	/** Read so far, and how many there are. */
	read = $state(0);
	total = $state(0);
	isReading = $state(true);
	/** Why not all could be read. */
	error = $state.raw<unknown>();

	readonly #app: App;
	readonly #decks: readonly DeckSummary[];
	/** Folded, for `deck:`. */
	readonly #titles: ReadonlyMap<DeckId, string>;
	#scope: BrowseScope = { deckId: undefined, section: [] };
	#query: Query = { kind: 'all', of: [] };
	#sorting: Sorting = { field: 'order', isDescending: false };
	/** What is shown is `found`; this is read from, 100,000 cards long. */
	readonly #cards: Map<CardId, CardFacts> = plainMap();
	#context: FactsContext | undefined;
	/** Number of the latest reading and search: an earlier one gives up. */
	#reading = 0;
	#search = 0;
	readonly #unwatch: () => void;

	constructor(app: App, decks: readonly DeckSummary[]) {
		this.#app = app;
		this.#decks = decks;
		this.#titles = plainMap(decks.map(({ id, title }) => [id, foldText(title)]));
		this.#unwatch = app.library.watch((change) => void this.#follow(change));
	}

	close = () => {
		this.#reading += 1;
		this.#search += 1;
		this.#unwatch();
	};

	/** Reads the cards of a deck, or of all. */
	async open(scope: BrowseScope): Promise<void> {
		const reading = ++this.#reading;
		this.#scope = scope;
		this.#cards.clear();
		this.#setFound([]);
		const decks = this.#decks.filter(({ id }) => scope.deckId === undefined || id === scope.deckId);
		this.total = decks.reduce((sum, { cardCount }) => sum + cardCount, 0);
		this.read = 0;
		this.isReading = true;
		this.error = undefined;
		try {
			await this.#readDecks(decks, reading);
		} catch (error) {
			if (reading === this.#reading) this.error = error;
		}
		if (reading !== this.#reading) return;
		this.isReading = false;
		await this.#find();
	}

	ask(query: Query, sorting: Sorting): Promise<void> {
		this.#query = query;
		this.#sorting = sorting;
		return this.#find();
	}

	/** Reads these cards again: something was done to them. */
	async refresh(cardIds: readonly CardId[]): Promise<void> {
		const known = cardIds.filter((id) => this.#cards.has(id));
		if (known.length > manyCards) return this.open(this.#scope);
		const { library } = this.#app;
		const [cards, records] = await Promise.all([library.cards(known), library.records(known)]);
		const context = await this.#factsContext();
		for (const [index, card] of cards.entries()) {
			const before = card && this.#cards.get(card.id);
			if (before) this.#cards.set(card.id, factsOf(card, records[index], before, context));
		}
		await this.#find();
	}

	async #readDecks(decks: readonly DeckSummary[], reading: number): Promise<void> {
		this.#context = undefined;
		const context = await this.#factsContext();
		let shownAt = -Infinity;
		for (const { id } of decks) {
			for await (const known of this.#app.library.eachCard(id)) {
				if (reading !== this.#reading) return;
				await inSlices(this.#take(known, id, context), () => reading === this.#reading);
				if (performance.now() - shownAt < growEveryMs) continue;
				await this.#find();
				shownAt = performance.now();
			}
		}
	}

	*#take(known: readonly KnownCard[], deckId: DeckId, context: FactsContext): Generator<void, void> {
		for (const { card, record } of known) {
			const place = { deckId, order: this.read++ };
			if (isInSection(card.path, this.#scope.section))
				this.#cards.set(card.id, factsOf(card, record, place, context));
			if (this.read % 32 === 0) yield;
		}
	}

	async #find(): Promise<void> {
		const search = ++this.#search;
		const query = this.#query;
		const titleOf = ({ deckId }: CardFacts) => this.#titles.get(deckId) ?? '';
		const steps = findCards(this.#cards.values(), (card) => matches(query, card, titleOf), this.#sorting);
		const found = await inSlices(steps, () => search === this.#search);
		if (found !== undefined && search === this.#search) this.#setFound(found);
	}

	#setFound(found: readonly CardFacts[]) {
		this.found = found;
	}

	async #factsContext(): Promise<FactsContext> {
		const { library, scheduler, clock } = this.#app;
		if (this.#context === undefined) {
			const { rolloverHour } = readAppSettings(await library.settings());
			this.#context = { scheduler: await scheduler(), moment: momentNow(clock, rolloverHour) };
		}
		return this.#context;
	}

	/** Another tab wrote something. */
	async #follow(change: LibraryChange): Promise<void> {
		try {
			if (change.kind === 'recorded') await this.refresh(change.cardIds);
			else await this.open(this.#scope);
		} catch (error) {
			this.error = error;
		}
	}
}

/** Without reactivity: nothing on the screen reads it. */
const plainMap = <Key, Value>(entries: readonly (readonly [Key, Value])[] = []): Map<Key, Value> =>
	new Map(entries);
