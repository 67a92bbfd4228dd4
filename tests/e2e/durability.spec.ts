import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { importNote } from './import-note.ts';
import { serveBuild } from './serve-build.ts';
import { pastDoubleTap } from './past-double-tap.ts';

let profile: string;
test.beforeEach(() => (profile = mkdtempSync(join(tmpdir(), 'deckhand-profile-'))));
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

const open = (): Promise<BrowserContext> =>
	chromium.launchPersistentContext(profile, {
		...launchOptions,
		viewport: { width: 360, height: 640 },
		locale: 'en-GB'
	});

test('reviews are there after the browser was closed and the server is gone', async () => {
	const server = await serveBuild();
	let context = await open();
	let page = await firstPage(context);
	await page.goto(server.url);
	await page.getByRole('link', { name: 'Start review' }).click();
	for (let done = 1; done <= 3; done++) await answer(page, 'Easy', done);
	const next = await page.getByRole('region', { name: 'Question' }).innerText();
	await page.evaluate(async () => navigator.serviceWorker.ready);
	await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0);
	await context.close();
	await server.close();

	context = await open();
	page = await firstPage(context);
	await page.goto(server.url);
	await expect(page.getByText('3 reviews done today')).toBeVisible();
	await page.getByRole('link', { name: 'Start review' }).click();
	await expect(page.getByRole('region', { name: 'Question' })).toHaveText(next, { useInnerText: true });
	// A deep link is answered by the same shell.
	await page.goto(`${server.url}/decks/docker.en`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await context.close();
});

test('an answer is on the disk when the next card is shown: the browser is killed right after', async () => {
	const server = await serveBuild();
	let context = await open();
	let page = await firstPage(context);
	await page.goto(server.url);
	await page.getByRole('link', { name: 'Start review' }).click();
	await answer(page, 'Good', 1);
	killBrowser();
	await context.close().catch(() => undefined);

	rmSync(join(profile, 'SingletonLock'), { force: true });
	context = await open();
	page = await firstPage(context);
	await page.goto(server.url);
	await expect(page.getByText('1 review done today')).toBeVisible();
	await context.close();
	await server.close();
});

test('what is being typed, and the side of the card, are there after the browser was killed', async () => {
	const server = await serveBuild();
	const note = '# Commands\n\n```sh\n# list the containers\ndocker ps\n```\n';
	let context = await open();
	let page = await firstPage(context);
	const local = (path: string) => page.goto(server.url + path);
	await importNote(page, 'commands.md', note, [], server.url);
	await local('/review?deck=notes-commands');
	const question = await page.getByRole('region', { name: 'Question' }).innerText();
	await page.getByLabel('Your command').fill('docker p');
	// What is typed is kept a moment after the last key.
	await page.waitForTimeout(1_000);
	killBrowser();
	await context.close().catch(() => undefined);

	rmSync(join(profile, 'SingletonLock'), { force: true });
	context = await open();
	page = await firstPage(context);
	await local('/review?deck=notes-commands');
	await expect(page.getByRole('region', { name: 'Question' })).toHaveText(question, { useInnerText: true });
	await expect(page.getByLabel('Your command')).toHaveValue('docker p');
	await expect(page.getByRole('region', { name: 'Answer' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Show answer' }).click();
	await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
	await page.waitForTimeout(1_000);
	killBrowser();
	await context.close().catch(() => undefined);

	rmSync(join(profile, 'SingletonLock'), { force: true });
	context = await open();
	page = await firstPage(context);
	await local('/review?deck=notes-commands');
	await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Your command' })).toContainText('p');
	await context.close();
	await server.close();
});

test('the app opens after its browser was killed in the middle of bulk work', async () => {
	const server = await serveBuild();
	const context = await open();
	const page = await firstPage(context);
	await page.goto(server.url);
	await page.getByRole('link', { name: 'Start review' }).click();
	await answer(page, 'Good', 1);
	// As a restore leaves the library: events in the log, and a note that what follows from them is to be computed.
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('deckhand');
				opening.onsuccess = () => {
					const meta = opening.result.transaction('meta', 'readwrite').objectStore('meta');
					const reading = meta.get('log');
					reading.onsuccess = () => {
						const row = reading.result as { key: string; value: object };
						meta.put({ ...row, value: { ...row.value, isUnsettled: true } });
					};
					meta.transaction.onabort = () => reject(new Error('not written'));
					meta.transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			})
	);
	await page.goto(server.url);
	await expect(page.getByText('1 review done today')).toBeVisible();
	await context.close();
	await server.close();
});

const firstPage = async (context: BrowserContext) => context.pages()[0] ?? (await context.newPage());

async function answer(page: Page, rating: string, done: number) {
	await page.getByRole('button', { name: 'Show answer' }).click();
	await pastDoubleTap(page);
	await page.getByRole('button', { name: rating }).click();
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute(
		'value',
		String(done)
	);
}

/** The browser of this test's profile and all its processes, as a power switch would end them. */
function killBrowser() {
	const pids = execFileSync('pgrep', ['-f', '--', profile], { encoding: 'utf8' })
		.trim()
		.split('\n')
		.map(Number);
	for (const pid of pids) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch (error) {
			// A child may have ended with its parent.
			if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
		}
	}
}
