import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { bundle } from './bench-page.ts';
import type { LibraryPage } from './library-page.ts';
import { median } from './median.ts';

interface LibraryWindow {
	page: LibraryPage;
	longTasks: number[];
}

const visits = 5;

/**
 * The page of charts over a large library, on a processor slowed four times: how soon there is a chart, how soon all of
 * them, and how much of that a review costs that came since the last visit (target: the first chart within a second of the tap,
 * and nothing of the history read again).
 */
export async function benchProgress(
	print: (line: string) => void,
	sizes = { cards: 100_000, events: 1_000_000 }
): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build: run `npm run build` first.');
	const small = await measure({ cards: 1_000, events: 10_000 }, print);
	const large = await measure(sizes, print);
	print('size independence, large / small');
	print(`  first chart ×${(large.first / small.first).toFixed(2)} (target 1.2)`);
	print(`  all charts, after one more review ×${(large.later / small.later).toFixed(2)}`);
}

interface Sizes {
	readonly cards: number;
	readonly events: number;
}

async function measure({ cards, events }: Sizes, print: (line: string) => void) {
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
		print(`library of ${cards} cards, ${events} reviews`);
		const filler = await openFiller(context, server.url);
		await filler.evaluate(
			async (size) => {
				const { page } = window as unknown as LibraryWindow;
				await page.open('deckhand');
				await page.install(size.cards);
				await page.restore(size.events, size.cards);
			},
			{ cards, events }
		);
		const fresh = await visit(context, server.url);
		print(`  nothing gathered yet: ${inWords(fresh)}`);
		const later: Visit[] = [];
		for (let count = 0; count < visits; count++) {
			await filler.evaluate(() => (window as unknown as LibraryWindow).page.answers(1));
			later.push(await visit(context, server.url));
		}
		const middle = (of: (visit: Visit) => number) => median(later.map(of));
		const usual = {
			first: middle(({ first }) => first),
			all: middle(({ all }) => all),
			longest: middle(({ longest }) => longest)
		};
		print(`  after one more review, median of ${visits}: ${inWords(usual)}`);
		print(
			`    first chart: target 1000 ms; all charts ×${(usual.all / fresh.all).toFixed(2)} of the first visit`
		);
		return { first: usual.first, later: usual.all };
	} finally {
		await context.close();
		await server.close();
		await rm(profile, { recursive: true, force: true });
	}
}

async function openFiller(context: BrowserContext, url: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${url}/help`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.addScriptTag({ type: 'module', content: await bundle('library-page.ts') });
	await page.waitForFunction(() => 'page' in window);
	return page;
}

interface Visit {
	/** Milliseconds from the tap on Progress, the app being open. */
	readonly first: number;
	readonly all: number;
	/** The longest time for which the page did not answer. */
	readonly longest: number;
}

async function visit(context: BrowserContext, url: string): Promise<Visit> {
	const page = await context.newPage();
	await page.addInitScript(() => {
		const { longTasks } = Object.assign(window, { longTasks: [] as number[] });
		new PerformanceObserver((list) =>
			longTasks.push(...list.getEntries().map(({ duration }) => duration))
		).observe({ type: 'longtask' });
	});
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.goto(`${url}/help`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	// Times are taken in the page: what the test runner waits is not what a person waits.
	const times = page.evaluate(
		() =>
			new Promise<{ first: number; all: number }>((resolve) => {
				let first = 0;
				const begin = performance.now();
				new MutationObserver(() => {
					if (first === 0 && document.querySelector('[role=grid]') !== null)
						first = performance.now() - begin;
					if (document.querySelector('figure[aria-label="Hours of the day"]') === null) return;
					resolve({ first, all: performance.now() - begin });
				}).observe(document.body, { childList: true, subtree: true });
				document.querySelector<HTMLElement>('nav a[href$="/progress"]')?.click();
			})
	);
	const { first, all } = await times;
	const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as LibraryWindow).longTasks));
	// What was gathered is kept after the charts are shown.
	await page.waitForTimeout(2_000);
	await page.close();
	return { first, all, longest };
}

const inWords = ({ first, all, longest }: Visit) =>
	`first chart ${first.toFixed(0)} ms, all charts ${all.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms`;
