import { LibraryError } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import { DeckFetchError } from './deck-fetch-error.ts';
import { libraryProblem } from './library-problem.ts';

/** What a person reads of a failure, whatever it was. */
export function problemOf(error: unknown): string {
	if (error instanceof DeckFetchError) return m.decks_fetch_failed();
	return libraryProblem(error instanceof LibraryError ? error.code : 'failed');
}
