import type { Card } from '#deck/card.ts';
import type { Deck, Note } from '#deck/deck.ts';
import type { AssetHash, DeckId, NoteId } from '#deck/ids.ts';
import { LibraryError, type InstallReport } from './library.ts';

/** What a person is told about a new version: cards by their ids, changed where anything but their place differs. */
export function deckDifference(
	before: Iterable<Card>,
	after: Iterable<Card>
): Omit<InstallReport, 'isUnchanged'> {
	const left = new Map(Array.from(before, (card) => [card.id, contentOf(card)]));
	let added = 0;
	let changed = 0;
	for (const card of after) {
		const content = left.get(card.id);
		if (content === undefined) added++;
		else if (content !== contentOf(card)) changed++;
		left.delete(card.id);
	}
	return { added, changed, removed: left.size };
}

const contentOf = ({ former: _former, ...card }: Card) => JSON.stringify({ ...card, source: null });

/**
 * Throws a `LibraryError` where a deck cannot be told apart from itself or from another one: ids are unique.
 * @param deckOfNote the installed deck that holds a note
 */
export function assertInstallable(deck: Deck, deckOfNote: (id: NoteId) => DeckId | undefined): void {
	const noteIds = deck.notes.map((note) => note.id);
	const cardIds = deck.notes.flatMap((note) => note.cards.map((card) => card.id));
	const twice = firstRepeated(noteIds) ?? firstRepeated(cardIds);
	if (twice !== undefined) throw new LibraryError('failed', `Deck ${deck.id} holds ${twice} twice.`);
	for (const id of noteIds) {
		const owner = deckOfNote(id) ?? deck.id;
		if (owner !== deck.id) throw new LibraryError('failed', `Note ${id} belongs to deck ${owner} already.`);
	}
}

function firstRepeated<Value>(values: readonly Value[]): Value | undefined {
	const met = new Set<Value>();
	return values.find((value) => met.size === met.add(value).size);
}

/** Pictures a deck keeps: those handed in now, and of the former ones those that its cards show or its notes name. */
export function keptAssets(
	given: Iterable<AssetHash>,
	former: Iterable<AssetHash>,
	notes: readonly Note[]
): ReadonlySet<AssetHash> {
	const shown = new Set(
		notes.flatMap(({ cards, images = {} }) => [
			...cards.flatMap((card) => card.media),
			...Object.values(images)
		])
	);
	return new Set([...given, ...Array.from(former).filter((hash) => shown.has(hash))]);
}
