import { expect } from 'vitest';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { Library } from './library.ts';
import { sampleDeck } from './sample-decks.ts';
import { sampleDay } from './sample-events.ts';

/** What the tests of libraries ask one for, in short. */
export type Open = () => Promise<Library>;

export const deckId = (id: string) => id as DeckId;
export const ids = (...cardIds: string[]) => cardIds as CardId[];
export const imported = { origin: 'imported' } as const;

export async function openWith(
	open: Open,
	cards: Readonly<Record<string, readonly string[]>>
): Promise<Library> {
	const library = await open();
	await library.installDeck(sampleDeck('d', cards), imported);
	return library;
}

export async function logOf(library: Library): Promise<readonly LogEvent[]> {
	const events: LogEvent[] = [];
	for await (const piece of library.log()) events.push(...piece);
	return inLogOrder(events);
}

export const unseenIds = async (library: Library, deck = 'd', limit = Infinity) =>
	(await library.unseen(deckId(deck), limit)).map(({ cardId }) => cardId);

export const dueIds = async (library: Library, until = sampleDay + 1_000) =>
	(await library.reviewsDue(until, 100)).map(({ cardId }) => cardId);

export const counts = async (library: Library) =>
	(await library.decks()).map((deck) => [deck.cardCount, deck.unseenCount, deck.suspendedCount]);

/** Every test ends so: what is stored must be what log and decks say. */
export async function expectSound(library: Library): Promise<void> {
	expect((await library.verify()).problems).toEqual([]);
}
