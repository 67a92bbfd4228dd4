import { readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

test('a note in nested details is compiled, kept, and its steps are reviewed', async ({ page }) => {
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', 'tests/e2e/fixtures/harbour.md');
	await expect(page.getByRole('heading', { name: /What .* becomes/ })).toBeVisible();
	await page.getByText('Open questions (1)').click();
	await expect(page.getByText('harbour.md:31', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Keep these cards' }).click();
	await page.getByRole('link', { name: 'Start review' }).click();
	await expect(async () => {
		await page.getByRole('button', { name: 'Show answer' }).click({ timeout: 2_000 });
		const answer = await page.getByRole('region', { name: 'Answer' }).innerText();
		await pastDoubleTap(page);
		if (!answer.includes('撇纜')) await page.getByRole('button', { name: 'Easy' }).click();
		expect(answer).toMatch(/撇纜[^]*繫船柱[^]*絞纜機[^]*受力/);
	}).toPass({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Good' }).click();
	await page.goto('/decks/notes-harbour');
	await expect(page.getByText('harbour.md:31', { exact: true })).toBeVisible();
});

test('importing the edited note again updates the deck and keeps its reviews', async ({ page }) => {
	const note = readFileSync('tests/e2e/fixtures/harbour.md', 'utf8');
	await keep(page, 'harbour', note, 'Keep these cards');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Good' }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');
	await keep(page, 'harbour', note.replace('絞纜機收緊', '絞纜機慢慢收緊'), /Update/);
	await expect(page.getByRole('status')).toContainText('0 removed');
	await page.goto('/');
	await expect(page.getByText('1 review done today')).toBeVisible();
});

test('a deck that was removed and is imported again has its reviews again', async ({ page }) => {
	const note = '# 港\n\n- Ｑ：潮汐怎麼來的？\n\n  - 月球的引力\n';
	await keep(page, 'tides', note, 'Keep these cards');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Easy' }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');
	await page.goto('/decks/notes-tides');
	await page.getByRole('button', { name: 'Remove deck' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove deck' }).click();
	await expect(page).toHaveURL(/\/decks$/);
	await keep(page, 'tides', note, 'Keep these cards');
	await page.goto('/decks/notes-tides');
	await expect(page.getByText('1 card · 0 new')).toBeVisible();
});

const bad: readonly { readonly name: string; readonly bytes: () => Buffer; readonly says: RegExp }[] = [
	{
		name: 'latin.md',
		bytes: () => Buffer.from([0x23, 0x20, 0x41, 0x0a, 0xe9, 0xff, 0x0a]),
		says: /latin\.md:2/
	},
	{ name: 'empty.md', bytes: () => Buffer.alloc(0), says: /empty\.md:1/ },
	{ name: 'large.md', bytes: () => Buffer.alloc(5_000_000, 'a line of text\n'), says: /large\.md:1/ },
	{ name: 'deep.md', bytes: () => Buffer.from(nested(1_000)), says: /deep\.md:\d+/ },
	{
		name: 'unclosed.md',
		bytes: () => Buffer.from('# N\n\n- <details close>\n  <summary>Q?</summary>\n\n  - A\n'),
		says: /unclosed\.md:3/
	}
];
for (const { name, bytes, says } of bad) {
	test(`${name}: a message with file and line, and the library untouched`, async ({ page }) => {
		await page.goto('/decks');
		await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
		const before = await page.getByRole('list').first().innerText();
		await page.goto('/import');
		await page.setInputFiles('input[multiple]', { name, mimeType: 'text/markdown', buffer: bytes() });
		await expect(page.getByText(says).first()).toBeVisible({ timeout: 30_000 });
		await page.goto('/decks');
		await expect(page.getByRole('list').first()).toHaveText(before, { useInnerText: true });
	});
}

test('a picture chosen with its note is kept and shown, offline', async ({ page, context }) => {
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', [
		{
			name: 'anchor.md',
			mimeType: 'text/markdown',
			buffer: Buffer.from('# 錨\n\n- Ｑ：錨長什麼樣子？\n\n  ![一個錨](anchor.png)\n')
		},
		{ name: 'anchor.png', mimeType: 'image/png', buffer: readFileSync('static/icon-192.png') }
	]);
	await page.getByRole('button', { name: 'Keep these cards' }).click();
	await page.getByRole('link', { name: 'Start review' }).click();
	await expect(page.getByRole('region', { name: 'Question' })).toContainText('錨長什麼樣子？');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Show answer' }).click();
	const picture = page.getByRole('img', { name: '一個錨' });
	await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192);
});

const remoteNote = [
	'# 航標',
	'- Ｑ：燈塔長什麼樣子？\n\n  ![燈塔](https://pictures.example/lighthouse.png)',
	'- Ｑ：浮標長什麼樣子？\n\n  ![浮標](https://closed.example/buoy.png)',
	'- Ｑ：霧號長什麼樣子？\n\n  ![霧號](https://pictures.example/gone.png)',
	''
].join('\n\n');

test('nobody else is asked for anything while notes with remote pictures are imported and reviewed', async ({
	page,
	context
}) => {
	const foreign = foreignRequests(context);
	await keep(page, 'beacons', remoteNote, 'Keep these cards');
	await page.getByRole('link', { name: 'Start review' }).click();
	for (let done = 1; done <= 3; done++) {
		await page.getByRole('button', { name: 'Show answer' }).click();
		await expect(page.getByRole('region', { name: 'Answer' })).toContainText('缺圖片');
		await pastDoubleTap(page);
		await page.getByRole('button', { name: 'Easy' }).click();
		await expect(page.getByRole('progressbar')).toHaveAttribute('value', String(done));
	}
	// The page could not ask if it wanted to: its policy allows its own host alone.
	const asked = await page.evaluate(async () => {
		try {
			await fetch('https://pictures.example/lighthouse.png', { mode: 'no-cors' });
			return 'asked';
		} catch {
			return 'refused';
		}
	});
	expect(asked).toBe('refused');
	expect(foreign).toEqual([]);
});

test('remote pictures are fetched by the press of the button, stored, and shown offline; failures are listed', async ({
	page,
	context
}) => {
	const picture = readFileSync('static/icon-192.png');
	const open = { 'access-control-allow-origin': '*' };
	await context.route('https://pictures.example/lighthouse.png', (route) =>
		route.fulfill({ body: picture, headers: open, contentType: 'image/png' })
	);
	await context.route('https://pictures.example/gone.png', (route) =>
		route.fulfill({ status: 404, headers: open })
	);
	// Only one other site may read it.
	await context.route('https://closed.example/**', (route) =>
		route.fulfill({ body: picture, headers: { 'access-control-allow-origin': 'https://own.example' } })
	);
	await page.goto('/import');
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
	const foreign = foreignRequests(context);
	await page.getByLabel('Name').fill('beacons');
	await page.getByLabel('Markdown').fill(remoteNote);
	await page.getByRole('button', { name: 'Compile' }).click();
	const fetching = page.getByRole('button', {
		name: 'Fetch 3 pictures from pictures.example and closed.example…'
	});
	await expect(fetching).toHaveAccessibleDescription(/see your internet address/);
	expect(foreign).toEqual([]);
	await fetching.click();
	await expect(page.getByText('1 picture fetched.')).toBeVisible();
	const failures = page.getByRole('alert');
	await expect(failures).toContainText('2 pictures could not be fetched');
	const reason = (text: string) => failures.getByRole('listitem').filter({ hasText: text });
	await expect(reason('does not let other sites read')).toContainText('closed.example/buoy.png');
	await expect(reason('error 404')).toContainText('pictures.example/gone.png');
	await expect(failures).toContainText('save it beside the note');
	expect([...new Set(foreign)].sort()).toEqual([
		'https://closed.example/buoy.png',
		'https://pictures.example/gone.png',
		'https://pictures.example/lighthouse.png'
	]);
	const cached = await page.evaluate(async () => {
		const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
		const requests = await Promise.all(stores.map((store) => store.keys()));
		return requests.flat().filter(({ url }) => url.includes('.example'));
	});
	expect(cached).toEqual([]);
	await page.getByRole('button', { name: 'Keep these cards' }).click();
	await context.setOffline(true);
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	const shown = page.getByRole('img', { name: '燈塔' });
	await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192);
	await context.setOffline(false);
	// Imported again, the picture is at hand: nobody is asked for it.
	const before = foreign.length;
	await keep(page, 'beacons', remoteNote.replace('燈塔長什麼樣子', '燈塔看起來怎樣'), /Update/);
	await page.getByRole('link', { name: 'Start review' }).click();
	expect(foreign).toHaveLength(before);
});

test('the report says of a note what was passed over, and why', async ({ page }) => {
	await page.goto('/import');
	await page.getByLabel('Name').fill('passed');
	await page
		.getByLabel('Markdown')
		.fill('# 港\n\n<!-- 之後再整理 -->\n\n- Ｑ：潮汐怎麼來的？\n\n  - 月球的引力\n\n---\n\n- [x] 買潮汐表\n');
	await page.getByRole('button', { name: 'Compile' }).click();
	await page.getByText(/^Passed over/).click();
	const list = page.getByRole('list').filter({ hasText: 'Comments' }).first();
	await expect(list).toContainText(/Comments.*Line 3.*之後再整理/s);
	await expect(list).toContainText(/Dividing lines.*Line 9/s);
	await expect(page.getByRole('button', { name: 'Keep these cards' })).toBeInViewport();
});

test('a file that is no note is refused', async ({ page }) => {
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', {
		name: 'a.png',
		mimeType: 'image/png',
		buffer: Buffer.from([1])
	});
	await expect(page.getByRole('alert')).toContainText('no Markdown file');
});

/** Addresses of other hosts that anything asks for from now on: page, workers, service worker. */
function foreignRequests(context: BrowserContext): string[] {
	const foreign: string[] = [];
	context.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
	});
	return foreign;
}

async function keep(page: Page, name: string, text: string, button: string | RegExp) {
	await page.goto('/import');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Markdown').fill(text);
	await page.getByRole('button', { name: 'Compile' }).click();
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByRole('status')).toContainText('added');
}

/** Details in details: more than any reader, or parser, should have to follow. */
function nested(depth: number): string {
	const lines = Array.from({ length: depth }, (_, level) => {
		const indent = '  '.repeat(level);
		return `${indent}- <details close>\n${indent}  <summary>level ${level}</summary>\n`;
	});
	return `# Deep\n\n${lines.join('\n')}\n`;
}
