import type { CardId } from '#deck/ids.ts';
import type { DeckSummary, Library } from '#library/library.ts';
import { packOutlines, unpackOutlines, type CardOutline } from '#progress/card-outline.ts';
import type { KeptReviews } from './gather-reviews-of.ts';

/**
 * What was gathered stays on the device, so that the next visit reads only what is new. A projection: gathered anew
 * where it is missing, of another version, or about other decks.
 */
const keys = { reviews: 'progress.reviews', outlines: 'progress.outlines' };
/** Of the form of both. */
const version = 1;

interface StoredReviews {
	readonly version: number;
	/** One text instead of a hundred thousand. */
	readonly cardIds: string;
	readonly reviews: Omit<KeptReviews, 'table'> & { readonly table: Omit<KeptReviews['table'], 'cardIds'> };
}

interface StoredOutlines {
	readonly version: number;
	readonly decks: string;
	readonly outlines: string;
}

type Locals = Pick<Library, 'readLocal' | 'writeLocal'>;

export async function readKeptReviews(library: Locals): Promise<KeptReviews | undefined> {
	const stored = (await library.readLocal(keys.reviews)) as StoredReviews | undefined;
	if (stored?.version !== version) return undefined;
	const cardIds = stored.cardIds === '' ? [] : (stored.cardIds.split('\n') as CardId[]);
	return { ...stored.reviews, table: { ...stored.reviews.table, cardIds } };
}

export async function keepReviews(library: Locals, kept: KeptReviews): Promise<void> {
	const { cardIds, ...table } = kept.table;
	const stored = { version, cardIds: cardIds.join('\n'), reviews: { ...kept, table } };
	await library.writeLocal(keys.reviews, stored satisfies StoredReviews);
}

export async function readKeptOutlines(
	library: Locals,
	decks: readonly DeckSummary[]
): Promise<readonly CardOutline[] | undefined> {
	const stored = (await library.readLocal(keys.outlines)) as StoredOutlines | undefined;
	if (stored?.version !== version || stored.decks !== versionsOf(decks)) return undefined;
	return unpackOutlines(stored.outlines);
}

export async function keepOutlines(
	library: Locals,
	decks: readonly DeckSummary[],
	outlines: readonly CardOutline[]
): Promise<void> {
	const stored = { version, decks: versionsOf(decks), outlines: packOutlines(outlines) };
	await library.writeLocal(keys.outlines, stored satisfies StoredOutlines);
}

/** Which cards there are, and where each is at home, hangs on the decks' versions and their order alone. */
const versionsOf = (decks: readonly DeckSummary[]): string =>
	JSON.stringify(decks.map((deck) => [deck.id, deck.version, deck.noteCount, deck.cardCount]));
