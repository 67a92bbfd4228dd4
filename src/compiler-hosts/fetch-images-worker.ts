import { fetchImages, type FetchedImages } from './fetch-images.ts';

/** What the page asks for: pictures that the person said should be fetched. */
export interface FetchImagesRequest {
	readonly addresses: readonly string[];
	/** Bytes that all of them together may have. */
	readonly room: number;
}

/** How many were asked for so far; then, once, what came of them all. */
export type FetchImagesResponse =
	{ readonly type: 'progress'; readonly done: number } | ({ readonly type: 'fetched' } & FetchedImages);

/**
 * The one place of the app from which another server can be asked for anything. The page's own policy allows
 * `connect-src 'self'` and stays so; a worker has the policy of its own response. Started by a press of a button, stopped
 * after its answer.
 */
addEventListener('message', (event: MessageEvent<FetchImagesRequest>) => {
	const { addresses, room } = event.data;
	let done = 0;
	const onDone = (): void => say({ type: 'progress', done: ++done });
	void fetchImages(addresses, { room, onDone }).then((fetched) => say({ type: 'fetched', ...fetched }));
});

const say = (response: FetchImagesResponse): void => postMessage(response);
