import { LibraryError } from '#library/library.ts';
import { libraryProblem } from '../library-problem.ts';

/** What a person reads of a failure, whatever it was. */
export const problemOf = (error: unknown): string =>
	libraryProblem(error instanceof LibraryError ? error.code : 'failed');
