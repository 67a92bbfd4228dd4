import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './browser.ts';

/** Another one where two checkouts run their tests side by side. */
const port = Number(process.env.DECKHAND_E2E_PORT ?? 4173);
const url = `http://localhost:${port}`;

/** Drives the built app (`build/`), served as `npm start` serves it. */
export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	forbidOnly: true,
	// On a machine that is busy with other things a page may be slower than any patience; `npm test` counts these apart.
	retries: 1,
	reporter: 'list',
	use: { launchOptions, baseURL: url, locale: 'en-GB', trace: 'retain-on-failure' },
	projects: [
		{ name: 'phone', use: { viewport: { width: 360, height: 640 }, hasTouch: true, deviceScaleFactor: 2 } },
		{
			name: 'desktop',
			testMatch: ['review.spec.ts', 'accessibility.spec.ts'],
			// On a wide screen each look once: what differs by language and theme differs on the phone too.
			grepInvert: /scrolls sideways|high contrast|\(en, dark\)|\(zh-Hant, light\)/,
			use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } }
		}
	],
	webServer: {
		command: `node_modules/.bin/sirv build --single 200.html --host localhost --port ${port} --quiet`,
		cwd: '../..',
		url,
		reuseExistingServer: false,
		stdout: 'ignore'
	}
});
