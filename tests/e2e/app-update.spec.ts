import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { serveBuild } from './serve-build.ts';

let folder: string;
test.beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deckhand-build-'))));
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a new version waits until it is asked for, in every tab', async ({ browser }) => {
	const build = join(folder, 'build');
	cpSync('build', build, { recursive: true });
	const server = await serveBuild(build);
	const context = await browser.newContext({ locale: 'en-GB' });
	const first = await context.newPage();
	await first.goto(server.url);
	await first.evaluate(async () => navigator.serviceWorker.ready);
	const second = await context.newPage();
	await second.goto(`${server.url}/settings`);

	deployNextVersion(build);
	await first.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect(first.getByRole('button', { name: 'Update now' })).toBeVisible();
	await first.reload();
	await expect(first.getByRole('link', { name: 'Start review' })).toBeVisible();
	expect(await first.evaluate(() => document.documentElement.dataset['release'])).toBeUndefined();

	await first.getByRole('button', { name: 'Update now' }).click();
	for (const page of [first, second]) await expect(page.locator('html[data-release="2"]')).toBeAttached();
	await context.close();
	await server.close();
});

test('the app works under a sub-path, offline too', async ({ browser }) => {
	test.setTimeout(240_000);
	const build = join(folder, 'build');
	execFileSync('node_modules/.bin/vite', ['build'], {
		env: { ...process.env, BASE_PATH: '/deckhand', BUILD_DIR: build, DECKHAND_BUILD: 'sub-path' },
		stdio: 'ignore'
	});
	const server = await serveBuild(build, { base: '/deckhand' });
	const context = await browser.newContext({ locale: 'en-GB' });
	const page = await context.newPage();
	await page.goto(`${server.url}/`);
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await page.evaluate(async () => navigator.serviceWorker.ready);
	await server.close();
	await page.goto(`${server.url}/decks/docker.en`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(`${server.url}/review`);
	await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
	await context.close();
});

test('the browser finds the app installable', async ({ baseURL }) => {
	// A profile on the disk: in a private window nothing can be installed.
	const context = await chromium.launchPersistentContext(join(folder, 'profile'), launchOptions);
	const page = await context.newPage();
	await page.goto(baseURL ?? '');
	await page.evaluate(async () => navigator.serviceWorker.ready);
	const session = await context.newCDPSession(page);
	expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
	expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
	await context.close();
});

test('the service worker keeps every file of the build', () => {
	const worker = readFileSync('build/service-worker.js', 'utf8');
	const files = execFileSync('find', ['build/_app/immutable', '-type', 'f'], { encoding: 'utf8' })
		.trim()
		.split('\n');
	const missing = files.filter(
		(file) => !/\.(br|gz)$/.test(file) && !worker.includes(file.slice('build/'.length))
	);
	expect(missing).toEqual([]);
});

/** The same app, other shells: as a deploy changes them. */
function deployNextVersion(build: string) {
	const shells = readdirSync(build)
		.filter((file) => file.endsWith('.html'))
		.map((file) => join(build, file));
	for (const shell of shells)
		writeFileSync(shell, readFileSync(shell, 'utf8').replace('<html ', '<html data-release="2" '));
	const worker = join(build, 'service-worker.js');
	const source = readFileSync(worker, 'utf8');
	const name = (JSON.parse(readFileSync(join(build, '_app/version.json'), 'utf8')) as { version: string })
		.version;
	writeFileSync(worker, source.replaceAll(name, `${name}-2`));
	for (const file of [...shells, worker])
		for (const kind of ['br', 'gz']) rmSync(`${file}.${kind}`, { force: true });
}
