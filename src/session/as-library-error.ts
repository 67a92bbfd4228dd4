import { LibraryError } from '#library/library.ts';

/** What a page can tell of a failure, whatever it was. */
export const asLibraryError = (error: unknown): LibraryError =>
	error instanceof LibraryError
		? error
		: new LibraryError('failed', error instanceof Error ? error.message : String(error), { cause: error });
