import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

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
		await page.waitForTimeout(350);
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
	await page.waitForTimeout(350);
	await page.getByRole('button', { name: 'Good' }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');
	await keep(page, 'harbour', note.replace('絞纜機收緊', '絞纜機慢慢收緊'), /Update/);
	await expect(page.getByRole('status')).toContainText('0 removed');
	await page.goto('/');
	await expect(page.getByText('1 review done today')).toBeVisible();
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

test('a file that is no note is refused', async ({ page }) => {
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', {
		name: 'a.png',
		mimeType: 'image/png',
		buffer: Buffer.from([1])
	});
	await expect(page.getByRole('alert')).toContainText('no Markdown file');
});

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
