import { shippedDecks } from '../shipped-decks.ts';
import { trustedScriptUrl } from '../trusted-script-url.ts';
import type { FirstStartRequest, FirstStartResponse } from './first-start-messages.ts';
import workerUrl from './first-start-worker.ts?worker&url';

/** Makes the library, with the shipped decks in it, in a worker: the page can be put together and answers meanwhile. */
export function prepareLibrary(name: string, locale: string): Promise<void> {
	const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
	const request: FirstStartRequest = { name, locale, decks: shippedDecks };
	return new Promise<void>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<FirstStartResponse>) => {
			if (data.type === 'ready') worker.postMessage(request);
			else if (data.type === 'done') resolve();
			else reject(new Error(data.message));
		};
		worker.onerror = ({ message }) => reject(new Error(message));
	}).finally(() => worker.terminate());
}
