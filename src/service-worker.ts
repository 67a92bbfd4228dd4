/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { base, build, files, prerendered, version } from '$service-worker';

/**
 * A program of its own: keeps the app and the shipped decks ready offline. It replaces an older version only when a page
 * asks for it, and never touches the library.
 */
declare const self: ServiceWorkerGlobalScope;

/** Answers for every address that has no page of its own: the router reads the address. */
const shell = `${base}/`;
/**
 * Pages by their address: the same shell, but each names the code that its route needs, so that the browser asks for all
 * of it at once. By the file's whole name, which every static host serves.
 */
const pages = new Map(prerendered.map((path) => [path, path === shell ? shell : `${path}.html`]));
/** Only an installer looks at them. */
const isLeftOut = (file: string) => file.includes('/screenshots/');

precacheAndRoute([
	...build.map((url) => ({ url, revision: null })), // the name holds a hash
	...files.filter((file) => !isLeftOut(file)).map((url) => ({ url, revision: version })),
	...[...pages.values()].map((url) => ({ url, revision: version }))
]);
cleanupOutdatedCaches();
registerRoute(
	new NavigationRoute((options) => createHandlerBoundToURL(pages.get(options.url.pathname) ?? shell)(options))
);

self.addEventListener('message', (event) => {
	if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
clientsClaim();
