import { siblingGroup, type Card } from '#deck/card.ts';
import type { Asset, Deck, Note } from '#deck/deck.ts';
import { withFormerText } from '#deck/former-text.ts';
import type { Identities } from '#deck/identity.ts';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import { assertInstallable, deckDifference, keptAssets } from './deck-difference.ts';
import type { Instant } from '#time/instant.ts';
import type { CardRef, DeckOrigin, InstallOptions, InstallReport } from './library.ts';

interface InstalledDeck {
	/** With the former texts of its cards. */
	readonly deck: Deck;
	/** As it was installed. */
	readonly given: Deck;
	readonly origin: DeckOrigin;
	readonly assets: ReadonlyMap<AssetHash, Asset>;
}

/** The decks of a library in memory, and which of them each card is at home in. */
export class MemoryDecks {
	readonly #decks = new Map<DeckId, InstalledDeck>();
	/** Those of removed decks too. */
	readonly #identities = new Map<DeckId, Identities>();
	/** In the deck installed first, where several hold a card. */
	#homes = new Map<CardId, CardRef>();

	/** @param lastReviewOf of a card, undefined where there was none */
	install(
		deck: Deck,
		options: InstallOptions,
		lastReviewOf: (id: CardId) => Instant | undefined
	): InstallReport {
		const before = this.#decks.get(deck.id);
		assertInstallable(deck, (id) => this.#noteAndDeck(id)?.deckId);
		const { origin, assets = [], identities } = options;
		if (identities) this.#identities.set(deck.id, identities);
		const given = new Map(assets.map((asset) => [asset.hash, asset]));
		const kept = keptAssets(given.keys(), before?.assets.keys() ?? [], deck.notes);
		this.#decks.set(deck.id, {
			deck: structuredClone(withFormerTexts(deck, before?.deck, options.changedAt, lastReviewOf)),
			given: structuredClone(deck),
			origin,
			assets: new Map([...(before?.assets ?? []), ...given].filter(([hash]) => kept.has(hash)))
		});
		this.#settleHomes();
		const difference = deckDifference(before ? cardsOf(before.deck) : [], cardsOf(deck));
		return { isUnchanged: JSON.stringify(before?.given) === JSON.stringify(deck), ...difference };
	}

	remove(deckId: DeckId): void {
		this.#decks.delete(deckId);
		this.#settleHomes();
	}

	clear(): void {
		this.#decks.clear();
		this.#identities.clear();
		this.#homes.clear();
	}

	/** In the order of installation. */
	installed(): readonly InstalledDeck[] {
		return [...this.#decks.values()];
	}

	identities(deckId: DeckId): Identities | undefined {
		return this.#identities.get(deckId);
	}

	notes(deckId: DeckId): readonly Note[] {
		return this.#decks.get(deckId)?.deck.notes ?? [];
	}

	note(noteId: NoteId): Note | undefined {
		return this.#noteAndDeck(noteId)?.note;
	}

	asset(hash: AssetHash): Asset | undefined {
		for (const { assets } of this.#decks.values()) {
			const asset = assets.get(hash);
			if (asset) return asset;
		}
		return undefined;
	}

	card(id: CardId): Card | undefined {
		const note = this.#noteAndDeck(this.#homes.get(id)?.noteId)?.note;
		return note?.cards.find((card) => card.id === id);
	}

	ref(id: CardId): CardRef | undefined {
		return this.#homes.get(id);
	}

	/** Of all cards, each once. */
	refs(): readonly CardRef[] {
		return [...this.#homes.values()];
	}

	/** In the order of the deck's notes. */
	cardsAtHome(deckId: DeckId): readonly CardRef[] {
		return this.notes(deckId)
			.flatMap((note) => note.cards)
			.flatMap((card) => {
				const ref = this.#homes.get(card.id);
				return ref?.deckId === deckId ? [ref] : [];
			});
	}

	#settleHomes(): void {
		this.#homes = new Map();
		for (const { deck } of this.#decks.values()) {
			for (const card of cardsOf(deck)) {
				const ref = {
					cardId: card.id,
					noteId: card.noteId,
					deckId: deck.id,
					siblingGroup: siblingGroup(card)
				};
				if (!this.#homes.has(card.id)) this.#homes.set(card.id, ref);
			}
		}
	}

	#noteAndDeck(noteId: NoteId | undefined): { readonly note: Note; readonly deckId: DeckId } | undefined {
		for (const { deck } of this.#decks.values()) {
			const note = deck.notes.find(({ id }) => id === noteId);
			if (note) return { note, deckId: deck.id };
		}
		return undefined;
	}
}

function withFormerTexts(
	deck: Deck,
	before: Deck | undefined,
	changedAt: Instant | undefined,
	lastReviewOf: (id: CardId) => Instant | undefined
): Deck {
	const formerById = new Map((before ? cardsOf(before) : []).map((card) => [card.id, card]));
	const kept = (card: Card) =>
		withFormerText(card, formerById.get(card.id), { changedAt, lastReviewAt: lastReviewOf(card.id) });
	return { ...deck, notes: deck.notes.map((note) => ({ ...note, cards: note.cards.map(kept) })) };
}

const cardsOf = (deck: Deck): readonly Card[] => deck.notes.flatMap((note) => note.cards);
