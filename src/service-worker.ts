/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { base, build, files, version } from '$service-worker';

/**
 * A program of its own: keeps the app and the shipped decks ready offline. It replaces an older version only when a page
 * asks for it, and never touches the library.
 */
declare const self: ServiceWorkerGlobalScope;

/** Every route is this one page: the router reads the address. */
const shell = `${base}/`;
/** Only an installer looks at them. */
const isLeftOut = (file: string) => file.includes('/screenshots/');

precacheAndRoute([
	...build.map((url) => ({ url, revision: null })), // the name holds a hash
	...files.filter((file) => !isLeftOut(file)).map((url) => ({ url, revision: version })),
	{ url: shell, revision: version }
]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL(shell)));

self.addEventListener('message', (event) => {
	if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
clientsClaim();
