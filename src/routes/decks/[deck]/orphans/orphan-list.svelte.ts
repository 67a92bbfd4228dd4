import type { CardId, DeckId } from '#deck/ids.ts';
import type { DeckSummary, KnownCard } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import type { LogEvent } from '#review-log/log-event.ts';
import { undoEvents } from '#session/act-on-cards.ts';
import { letOrphanGo, readOrphans, rebindOrphan, type Orphan } from '#session/orphans.ts';
import type { App } from '../../../app.ts';
import { problemOf } from '../../../problem-of.ts';

/** The orphans of one deck, and what can be done about them: each is kept at once, and can be undone. */
export class OrphanList {
	/** What happened last, for the person. */
	said = $state('');
	/** Why the last change was not kept. */
	problem = $state<string>();
	readonly deck: DeckSummary;
	#orphans = $state.raw<readonly Orphan[]>([]);
	#cards = $state.raw<readonly KnownCard[]>([]);
	#changes = $state.raw<readonly (readonly LogEvent[])[]>([]);
	readonly #app: App;

	/** Undefined where there is no such deck; rejects with a `LibraryError`. */
	static async open(app: App, deckId: DeckId): Promise<OrphanList | undefined> {
		const deck = (await app.library.decks()).find(({ id }) => id === deckId);
		if (deck === undefined) return undefined;
		const list = new OrphanList(app, deck);
		await list.#read();
		return list;
	}

	private constructor(app: App, deck: DeckSummary) {
		this.#app = app;
		this.deck = deck;
	}

	get orphans(): readonly Orphan[] {
		return this.#orphans;
	}
	/** Of the deck, in the order of its notes. */
	get cards(): readonly KnownCard[] {
		return this.#cards;
	}
	get canUndo(): boolean {
		return this.#changes.length > 0;
	}

	rebind = (orphan: CardId, card: CardId): Promise<void> =>
		this.#write(async () => {
			this.#changes = [...this.#changes, await rebindOrphan(this.#app, orphan, card)];
			return m.orphans_rebound();
		});

	letGo = (orphan: CardId): Promise<void> =>
		this.#write(async () => {
			this.#changes = [...this.#changes, await letOrphanGo(this.#app, orphan)];
			return m.orphans_gone();
		});

	undo = (): Promise<void> => {
		const last = this.#changes.at(-1);
		return last === undefined
			? Promise.resolve()
			: this.#write(async () => {
					await undoEvents(this.#app, last);
					this.#changes = this.#changes.slice(0, -1);
					return m.undone();
				});
	};

	async #read(): Promise<void> {
		const cards: KnownCard[] = [];
		for await (const some of this.#app.library.eachCard(this.deck.id)) cards.push(...some);
		this.#cards = cards;
		this.#orphans = await readOrphans(this.#app.library, this.deck.id);
	}

	async #write(action: () => Promise<string>): Promise<void> {
		this.said = '';
		this.problem = undefined;
		try {
			const said = await action();
			await this.#read();
			this.said = said;
		} catch (error) {
			this.problem = m.settings_not_saved({ reason: problemOf(error) });
		}
	}
}
