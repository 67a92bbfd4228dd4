import { LibraryError } from './library.ts';

/**
 * A part of the library that neither a question nor an answer needs: its code comes when it is first asked for. To be
 * awaited outside of transactions, which would end meanwhile.
 */
export async function loadPart<Part>(loading: Promise<Part>): Promise<Part> {
	try {
		return await loading;
	} catch (error) {
		throw new LibraryError('failed', 'A part of the app could not be loaded.', { cause: error });
	}
}
