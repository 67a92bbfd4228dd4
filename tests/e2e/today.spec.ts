import { expect, test } from '@playwright/test';

test('Today says what there is to do; the one large button is in the lower third', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/cards? to review/);
	await expect(
		page.getByRole('list', { name: 'Reviews on the last seven days' }).getByRole('listitem')
	).toHaveCount(7);
	const box = await page.getByRole('link', { name: 'Start review' }).boundingBox();
	expect(box?.y).toBeGreaterThan((640 * 2) / 3 - 64);
	expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
});

test('"I have five minutes" opens a session', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Review for 5 minutes' }).click();
	await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
	expect(new URL(page.url()).search).toBe('?minutes=5');
});

test('a shipped deck that cannot be fetched is reported, and the app opens without it', async ({ page }) => {
	let isBlocked = true;
	await page.route(/\.json(\?|$)/, (route) =>
		isBlocked && !route.request().url().includes('manifest') ? route.abort() : route.continue()
	);
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to learn yet');
	await page
		.getByRole('link', { name: /could not be fetched/ })
		.first()
		.click();
	await expect(page.getByRole('alert').first()).toContainText('could not be fetched');
	const add = page.getByRole('button', { name: /^Add / }).first();
	await add.click();
	await expect(page.getByRole('alert').first()).toContainText('could not be fetched');
	isBlocked = false;
	const title = ((await add.textContent()) ?? '').replace(/^Add “|”$/g, '').trim();
	await add.click();
	await expect(page.getByRole('heading', { level: 2, name: title }).getByRole('link')).toBeVisible();
});
