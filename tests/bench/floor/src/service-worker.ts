/// <reference lib="webworker" />
import { build, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
	event.waitUntil(caches.open(version).then((cache) => cache.addAll(['/', ...build])));
	void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	const asked = event.request.mode === 'navigate' ? '/' : event.request;
	event.respondWith(caches.match(asked).then((kept) => kept ?? fetch(event.request)));
});
