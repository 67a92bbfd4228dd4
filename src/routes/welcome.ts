import type { Library } from '#library/library.ts';

/** Local to this device: the person has seen what the app is, or wanted to see none of it. */
const welcomedKey = 'welcomed';

/** Only who never reviewed anything is asked: nobody who returns, with a restored backup say. */
export async function isNewHere(library: Library): Promise<boolean> {
	if ((await library.readLocal(welcomedKey)) === true) return false;
	return (await library.dayTotals(0, Number.MAX_SAFE_INTEGER)).size === 0;
}

export const noteWelcomed = (library: Library): Promise<void> => library.writeLocal(welcomedKey, true);
