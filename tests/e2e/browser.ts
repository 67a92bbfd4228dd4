import { ensureBrowser } from '../browser/ensure-browser.mjs';

/** The machine's own Chromium: no test downloads one. Its own errands to the network are switched off. */
export const launchOptions = {
	executablePath: ensureBrowser(),
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run'
	]
};
