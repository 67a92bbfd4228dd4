import { browser } from '$app/environment';
import { openApp } from './app.ts';
import { startLocale } from './appearance.svelte.ts';

// The library is on the device, so there is nothing to render elsewhere: every route is a prerendered shell.
export const ssr = false;
export const prerender = true;

/** Begun while the router is still being made. */
const opening = browser ? openApp(startLocale()) : undefined;

/**
 * What the first screen shows is read before anything is drawn, so that it is drawn once. Where cards have to be made ready
 * first, or the library cannot be opened, the layout says so.
 */
export async function load() {
	const first = opening ?? openApp(startLocale());
	await Promise.race([first.app, first.preparing]).catch(() => undefined);
	return { opening: first };
}
