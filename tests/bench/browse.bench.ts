import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { bundle } from './bench-page.ts';
import type { QueuePage } from './queue-page.ts';

declare global {
	interface Window {
		page: QueuePage;
		/** Tasks of more than 50 ms, in milliseconds. */
		longTasks: number[];
	}
}

/**
 * The list of all cards in a large library: how soon there is something to see, how long until all of it is read, what a
 * search and another order take, and whether the page ever stops answering (target: no task over 50 ms, heap bounded).
 */
export const benchBrowse = (print: (line: string) => void, cards = 100_000): Promise<void> =>
	withBigLibrary(cards, (context, url) => measure(context, url, print));

/** The built app in a browser of its own, over a library of so many cards, each reviewed. */
export async function withBigLibrary(
	cards: number,
	run: (context: BrowserContext, url: string) => Promise<void>
): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build: run `npm run build` first.');
	const profile = await mkdtemp(join(tmpdir(), 'deckhand-bench-'));
	const server = await serveBuild();
	// The library is filled by a script of the bench, which the app's own policy would refuse.
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions,
		headless: true,
		bypassCSP: true,
		serviceWorkers: 'block',
		locale: 'en-GB'
	});
	try {
		await fill(context, server.url, cards);
		await run(context, server.url);
	} finally {
		await context.close();
		await server.close();
		await rm(profile, { recursive: true, force: true });
	}
}

async function fill(context: BrowserContext, url: string, cards: number): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${url}/help`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.addScriptTag({ type: 'module', content: await bundle('queue-page.ts') });
	await page.waitForFunction(() => 'page' in window);
	await page.evaluate((size) => window.page.fill('deckhand', size), { cards, due: 200 });
	await page.close();
}

async function measure(context: BrowserContext, url: string, print: (line: string) => void): Promise<void> {
	const page = await pageWithLongTasks(context);
	const rows = page.getByRole('listbox').getByRole('option');
	const found = page.getByRole('status').filter({ hasText: /cards?$/ });
	const count = async (text: RegExp) => found.filter({ hasText: text }).waitFor({ timeout: 120_000 });

	await page.goto(`${url}/browse`, { waitUntil: 'commit' });
	await rows.first().waitFor();
	print(`first rows ${ms(await now(page))}`);
	await count(/^\d[\d,]+ cards$/);
	const total = await found.innerText();
	print(`all read (${total}) ${ms(await now(page))}, ${await longest(page)}`);
	print(`heap ${await heap(page)}`);

	const timed = async (what: string, act: () => Promise<unknown>, until: () => Promise<unknown>) => {
		await longest(page);
		const start = await now(page);
		await act();
		await until();
		print(`${what} ${ms((await now(page)) - start)}, ${await longest(page)}`);
	};
	const search = page.getByRole('searchbox');
	await timed(
		'search, one card',
		() => search.fill('"question 99999:"'),
		() => count(/^1 card$/)
	);
	await timed(
		'search, a third of all',
		() => search.fill('prop:r<0.93'),
		() => count(/\d,\d+ cards$/)
	);
	await timed(
		'search taken away',
		() => search.fill(''),
		() => count(new RegExp(`^${total}$`))
	);
	const before = await rows.first().innerText();
	await timed(
		'sort by due date, latest first',
		async () => {
			await page.getByLabel('Sort by').selectOption('due');
			await page.getByRole('button', { name: 'Descending' }).click();
		},
		() =>
			page.waitForFunction((text) => document.querySelector('[role=option]')?.textContent !== text, before)
	);
	await timed(
		'to the last row',
		async () => {
			await page.getByRole('listbox').focus();
			await page.keyboard.press('End');
		},
		() => page.locator(`[role=option][aria-posinset="${total.replace(/\D/g, '')}"]`).waitFor()
	);
	print(`rows drawn ${await rows.count()}`);
	print(`heap ${await heap(page)}`);
}

/** A page that notes which tasks kept it from answering: `longest`. */
export async function pageWithLongTasks(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.addInitScript(() => {
		window.longTasks = [];
		new PerformanceObserver((list) =>
			window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
		).observe({ type: 'longtask' });
	});
	return page;
}

export const now = (page: Page) => page.evaluate(() => performance.now());

/** The longest task since it was last asked, as far as it blocked. */
export const longest = async (page: Page): Promise<string> => {
	const tasks = await page.evaluate(() => window.longTasks.splice(0));
	return tasks.length === 0
		? 'no task over 50 ms'
		: `${tasks.length} tasks over 50 ms, longest ${ms(Math.max(...tasks))}`;
};

async function heap(page: Page): Promise<string> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await session.detach();
	return `${(usedSize / 1e6).toFixed(0)} MB`;
}

export const ms = (value: number) => `${value.toFixed(0)} ms`;
