import { openDexieLibrary } from '#library/dexie-library.ts';
import { schedulerFor } from '#scheduler/scheduler-for.ts';
import { installShipped } from '../install-shipped-decks.ts';
import { randomBytes } from '../system.ts';
import type { FirstStartRequest, FirstStartResponse } from './first-start-messages.ts';

/**
 * Makes the database, or brings it up to date, and puts the shipped decks into it. A deck that could not be had is asked
 * for once more by the page, which says so.
 */
addEventListener('message', ({ data }: MessageEvent<FirstStartRequest>) => void answer(data));
send({ type: 'ready' });

async function answer(request: FirstStartRequest): Promise<void> {
	try {
		await prepare(request);
		send({ type: 'done' });
	} catch (error) {
		send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
	}
}

async function prepare({ name, locale, decks }: FirstStartRequest): Promise<void> {
	const library = await openDexieLibrary(name, {
		scheduler: async (readSettings) => schedulerFor(await readSettings()),
		randomBytes
	});
	try {
		await installShipped(library, locale, decks);
	} finally {
		library.close();
	}
}

function send(response: FirstStartResponse): void {
	postMessage(response);
}
