import type { FetchedImages } from '#compiler-hosts/fetch-images.ts';
import type { FetchImagesRequest, FetchImagesResponse } from '#compiler-hosts/fetch-images-worker.ts';
import workerUrl from '#compiler-hosts/fetch-images-worker.ts?worker&url';
import { trustedScriptUrl } from '../trusted-script-url.ts';

/**
 * Asks the servers that the notes name for their pictures, in a worker that lives as long as that takes. Only ever called
 * by the press of a button that says so. Rejects with the signal's reason, or when the worker cannot run.
 */
export function fetchPictures(
	request: FetchImagesRequest,
	onProgress: (done: number) => void,
	signal: AbortSignal
): Promise<FetchedImages> {
	const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
	const fetched = new Promise<FetchedImages>((resolve, reject) => {
		worker.addEventListener('message', ({ data }: MessageEvent<FetchImagesResponse>) => {
			if (data.type === 'progress') onProgress(data.done);
			else resolve(data);
		});
		worker.addEventListener('error', ({ message }) => reject(new Error(message)));
		signal.addEventListener('abort', () => reject(signal.reason as Error));
		worker.postMessage(request);
	});
	return fetched.finally(() => worker.terminate());
}
