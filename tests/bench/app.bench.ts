import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { buildFloor } from './build-floor.ts';
import { median } from './median.ts';

const pairs = 5;

/**
 * What the browser downloads before the first card, and how long an offline start takes on a processor slowed four
 * times, beside a bare page that does the least such an app can do (SvelteKit, Dexie, one row read, one service worker).
 */
export async function benchApp(print: (line: string) => void): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build: run `npm run build` first.');
	const browser = await chromium.launch(launchOptions);
	try {
		const bytes = await scriptBytes(browser);
		print(`JS before the first card: ${(bytes / 1000).toFixed(1)} kB gzip (target <= 90)`);
		const floor = buildFloor();
		const app = await offlineStarts(browser, 'build', '/review', (page) =>
			page.getByRole('region', { name: 'Question' }).waitFor()
		);
		const bare = await offlineStarts(browser, floor.folder, '/', (page) => page.locator('#row').waitFor());
		floor.remove();
		const ratio = median(app.map((ms, index) => ms / (bare[index] ?? ms)));
		print(
			`offline start to the first card, 4x slower CPU: ${median(app).toFixed(0)} ms (floor ${median(bare).toFixed(0)} ms)`
		);
		print(`  ratio to the floor: ${ratio.toFixed(2)} (target <= 1.3)`);
	} finally {
		await browser.close();
	}
}

async function scriptBytes(browser: Browser): Promise<number> {
	const server = await serveBuild();
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const sizes: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('.js'))
			sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
	});
	await page.goto(`${server.url}/review`);
	await page.getByRole('region', { name: 'Question' }).waitFor();
	const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
	await context.close();
	await server.close();
	return total;
}

/** Milliseconds from navigation to the sign that the page is ready, without a server, service worker warm. */
async function offlineStarts(
	browser: Browser,
	folder: string,
	path: string,
	isReady: (page: Page) => Promise<void>
): Promise<readonly number[]> {
	const server = await serveBuild(folder);
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${server.url}${path}`);
	await isReady(page);
	await page.evaluate(async () => navigator.serviceWorker.ready);
	await page.waitForTimeout(1_000);
	await server.close();
	const times: number[] = [];
	for (let run = 0; run <= pairs; run++)
		times.push(await offlineStart(context, `${server.url}${path}`, isReady));
	await context.close();
	return times.slice(1);
}

async function offlineStart(
	context: BrowserContext,
	url: string,
	isReady: (page: Page) => Promise<void>
): Promise<number> {
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.goto(url, { waitUntil: 'commit' });
	await isReady(page);
	const ms = await page.evaluate(() => performance.now());
	await page.close();
	return ms;
}
