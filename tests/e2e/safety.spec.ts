import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

declare global {
	interface Window {
		violations: string[];
		ranDeckCode?: boolean;
	}
}

test.beforeEach(async ({ page }) => {
	await page.addInitScript(() => {
		window.violations = [];
		document.addEventListener('securitypolicyviolation', (event) =>
			window.violations.push(`${event.violatedDirective} ${event.blockedURI}`)
		);
	});
});

test('an ordinary session breaks no rule of the policy and asks nobody else for anything', async ({
	page,
	baseURL
}) => {
	const foreign: string[] = [];
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(baseURL ?? '') && !url.startsWith('blob:') && !url.startsWith('data:'))
			foreign.push(url);
	});
	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Good' }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');
	for (const route of ['/decks', '/import', '/settings']) {
		await page.goto(route);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(await page.evaluate(() => window.violations)).toEqual([]);
	}
	expect(foreign).toEqual([]);
});

test('a hostile note runs nothing and requests nothing', async ({ page, baseURL }) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	page.on('dialog', (dialog) => {
		requests.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	await page.goto('/import');
	await page.getByLabel('Name').fill('hostile');
	await page.getByLabel('Markdown').fill(readFileSync('tests/e2e/fixtures/hostile.md', 'utf8'));
	await page.getByRole('button', { name: 'Compile' }).click();
	await page.getByRole('button', { name: 'Keep these cards' }).click();
	await page.getByRole('link', { name: 'Start review' }).click();
	const progress = page.getByRole('progressbar', { name: 'Session progress' });
	for (let done = 1; done <= 4; done++) {
		await page.getByRole('button', { name: 'Show answer' }).click();
		await pastDoubleTap(page);
		await page.getByRole('button', { name: 'Easy' }).click();
		await expect(progress).toHaveAttribute('value', String(done));
	}
	expect(await page.evaluate(() => window.ranDeckCode)).toBeUndefined();
	expect(requests.filter((url) => !url.startsWith(baseURL ?? '') && !url.startsWith('blob:'))).toEqual([]);
	expect(requests.filter((url) => url.includes('evil'))).toEqual([]);
});
