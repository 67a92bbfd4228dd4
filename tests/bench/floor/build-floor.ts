import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** Builds the bare page into a folder of its own. */
export async function buildFloor(): Promise<{ readonly folder: string; remove(): void }> {
	const folder = mkdtempSync(join(tmpdir(), 'deckhand-floor-'));
	await build({
		root: 'tests/bench/floor',
		configFile: false,
		logLevel: 'silent',
		plugins: [svelte({ configFile: false })],
		build: { outDir: folder, emptyOutDir: true }
	});
	writeFileSync(join(folder, 'service-worker.js'), serviceWorker);
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Keeps whatever was asked for once. */
const serviceWorker = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith((async () => {
	const cache = await caches.open('floor');
	const kept = await cache.match(event.request);
	if (kept) return kept;
	const answer = await fetch(event.request);
	await cache.put(event.request, answer.clone());
	return answer;
})()));
`;
