import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { bundle } from './bench-page.ts';
import { buildFloor } from './build-floor.ts';
import { median } from './median.ts';
import type { QueuePage, Size } from './queue-page.ts';

const pairs = 9;
/** In a run; two runs ask for fewer than the shipped deck's new cards of a day. */
const answers = 9;
const slowdown = 4;
const leftAloneMs = 2_000;

/** One of the pages that are compared, each at an origin of its own. */
interface Subject {
	readonly name: string;
	readonly url: string;
	/** What shows that the page is ready. */
	readonly ready: string;
	/** What changes when the next card is there, and the buttons that lead to it. */
	readonly card: string;
	readonly show?: string;
	readonly rate: string;
}

/**
 * What the browser downloads before the first card; how long an offline start takes, and how long the next card after an
 * answer, on a processor slowed four times, with little and with much in the library; beside a bare page that does the least
 * such an app can do (SvelteKit, Dexie, ts-fsrs, rows read and written, one service worker), turn about.
 */
export async function benchApp(
	print: (line: string) => void,
	size: Size = { cards: 100_000, due: 200, reviewsPerCard: 17 }
): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build: run `npm run build` first.');
	const profile = await mkdtemp(join(tmpdir(), 'deckhand-bench-'));
	const floor = buildFloor();
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions,
		headless: true,
		locale: 'en-GB'
	});
	const servers = [await serveBuild(floor.folder), await serveBuild(), await serveBuild()] as const;
	try {
		await printScripts(print);
		const [bare, small, large] = servers;
		await fillLibrary(context, large.url, size);
		const card = 'section.question';
		const review = { ready: card, card, show: 'button.show', rate: 'button.good' };
		const subjects: readonly Subject[] = [
			{ name: 'floor', url: `${bare.url}/`, ready: '#row', card: '#row', rate: '#next' },
			{ name: 'the shipped deck', url: `${small.url}/review`, ...review },
			{
				name: `${size.cards} cards, six in ten of them reviewed ${size.reviewsPerCard ?? 1} times`,
				url: `${large.url}/review`,
				...review
			}
		];
		for (const subject of subjects) await visitOnce(context, subject);
		for (const server of servers) await server.close();
		printRatios(print, 'offline start to the first card', await turnAbout(context, subjects, startMs), 1.3);
		printRatios(print, 'rate to the next card', await turnAbout(context, subjects, rateMs, 1), 1.3);
	} finally {
		await context.close();
		floor.remove();
		await rm(profile, { recursive: true, force: true });
	}
}

/** Of the first start, which makes the database and brings in the deck; and of every later one. */
async function printScripts(print: (line: string) => void): Promise<void> {
	const server = await serveBuild();
	const browser = await chromium.launch(launchOptions);
	const context = await browser.newContext({ serviceWorkers: 'block' });
	for (const which of ['at the first start', 'at a later start']) {
		const page = await context.newPage();
		const sizes: Promise<number>[] = [];
		page.on('response', (response) => {
			if (response.url().endsWith('.js'))
				sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
		});
		await page.goto(`${server.url}/review`);
		await page.getByRole('region', { name: 'Question' }).waitFor();
		const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
		print(`JS before the first card, ${which}: ${(bytes / 1000).toFixed(1)} kB gzip (target <= 90)`);
		await page.close();
	}
	await browser.close();
	await server.close();
}

/** By a page of our own at the app's origin, before the app was there. */
async function fillLibrary(context: BrowserContext, url: string, size: Size): Promise<void> {
	const script = await bundle('queue-page.ts');
	const page = await context.newPage();
	await page.route(`${url}/filler`, (route) =>
		route.fulfill({
			contentType: 'text/html',
			body: `<!doctype html><script type="module">${script}</script>`
		})
	);
	await page.goto(`${url}/filler`);
	await page.waitForFunction(() => 'page' in window);
	await page.evaluate(
		(asked) => (window as unknown as { page: QueuePage }).page.fill('deckhand', asked),
		size
	);
	await page.close();
}

/** The first visit: the service worker keeps all that later ones need. */
async function visitOnce(context: BrowserContext, { url, ready }: Subject): Promise<void> {
	const page = await context.newPage();
	await page.goto(url);
	await page.locator(ready).waitFor();
	await page.evaluate(async () => navigator.serviceWorker.ready);
	await page.waitForTimeout(3_000);
	await page.close();
}

/** @returns for each subject its figures, the runs of all subjects being mixed; the first run of each is not counted */
async function turnAbout(
	context: BrowserContext,
	subjects: readonly Subject[],
	measure: (page: Page, subject: Subject) => Promise<readonly number[]>,
	runs = pairs
): Promise<ReadonlyMap<string, readonly number[]>> {
	const figures = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
	for (let run = 0; run <= runs; run++)
		for (const subject of subjects) {
			const page = await context.newPage();
			const session = await context.newCDPSession(page);
			await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
			const measured = await measure(page, subject);
			if (run > 0) figures.get(subject.name)?.push(...measured);
			await page.close();
		}
	return figures;
}

/**
 * Milliseconds from navigation until what shows that the page is ready is painted, without a server; by a clock in the page,
 * which is left alone meanwhile: what looks into it from outside would run in the same thread.
 */
async function startMs(page: Page, { url, ready }: Subject): Promise<readonly number[]> {
	await page.addInitScript(noteReady, ready);
	await page.goto(url, { waitUntil: 'commit' });
	for (let waits = 0; waits < 20; waits++) {
		await page.waitForTimeout(leftAloneMs);
		const readyMs = await page.evaluate(() => (globalThis as { readyMs?: number }).readyMs);
		if (readyMs !== undefined) return [readyMs];
	}
	throw new Error(`${url} was not ready in time.`);
}

const noteReady = (ready: string) =>
	new MutationObserver((_, observer) => {
		if (document.querySelector(ready) === null) return;
		observer.disconnect();
		requestAnimationFrame(() =>
			setTimeout(() => ((globalThis as { readyMs?: number }).readyMs = performance.now()))
		);
	}).observe(document, { childList: true, subtree: true });

/** Milliseconds from the tap on a rating until the next card is painted, by clocks in the page. */
async function rateMs(page: Page, { url, ready, card, show, rate }: Subject): Promise<readonly number[]> {
	await page.goto(url, { waitUntil: 'commit' });
	await page.locator(ready).waitFor();
	// What an answer needs comes a second after the first card.
	await page.waitForTimeout(leftAloneMs);
	const times: number[] = [];
	for (let answer = 0; answer < answers; answer++) {
		if (show !== undefined) await page.locator(show).click();
		// Longer than a double tap lasts.
		await page.waitForTimeout(700);
		times.push(await page.evaluate(nextCardMs, [card, rate] as const));
	}
	return times;
}

const nextCardMs = ([card, rate]: readonly [string, string]) =>
	new Promise<number>((resolve, reject) => {
		setTimeout(() => reject(new Error('No next card came.')), 20_000);
		const before = document.querySelector(card)?.textContent;
		const begin = performance.now();
		new MutationObserver((_, observer) => {
			const now = document.querySelector(card)?.textContent;
			if (now === undefined || now === before) return;
			observer.disconnect();
			requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
		}).observe(document.body, { childList: true, subtree: true, characterData: true });
		document.querySelector<HTMLElement>(rate)?.click();
	});

function printRatios(
	print: (line: string) => void,
	what: string,
	figures: ReadonlyMap<string, readonly number[]>,
	target: number
): void {
	print(`${what}, ${slowdown}x slower CPU`);
	const [floor = []] = figures.values();
	for (const [name, times] of figures) {
		const worst = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
		const ratio = median(times.map((ms, index) => ms / (floor[index] ?? ms)));
		const beside = times === floor ? '' : `, ${ratio.toFixed(2)} of the floor (target <= ${target})`;
		print(`  ${name}: median ${median(times).toFixed(0)} ms, p95 ${worst.toFixed(0)} ms${beside}`);
	}
}
