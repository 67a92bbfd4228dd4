import { expect, test } from '@playwright/test';

test('a new person is offered three screens, which end in a first review', async ({ page }) => {
	await page.goto('/');
	// Nothing stands in the way of reviewing at once.
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await page.getByRole('link', { name: 'Show me' }).click();
	await expect(page.getByText('1 of 3')).toBeVisible();
	for (const title of ['All of it stays with you', 'Ready']) {
		await page.getByRole('button', { name: 'Next' }).click();
		await expect(page.getByRole('heading', { name: title })).toBeFocused();
	}
	await expect(page.getByRole('link', { name: 'Import notes' })).toBeVisible();
	await page.getByRole('link', { name: 'Start review' }).click();
	await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Show me' })).toHaveCount(0);
});

test('the offer is put away for good with a tap', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Do not show this again' }).click();
	await expect(page.getByRole('link', { name: 'Show me' })).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Show me' })).toHaveCount(0);
});

for (const { path, seen } of [
	{ path: '/', seen: 'Start review' },
	{ path: '/review', seen: 'Show answer' }
]) {
	test(`what the first start needs is said to be on its way, and done by the page where no worker can: ${path}`, async ({
		page
	}) => {
		let deliver = () => {};
		const held = new Promise<void>((resolve) => (deliver = resolve));
		await page.route('**/first-start-worker-*.js', async (route) => {
			await held;
			await route.abort();
		});
		await page.goto(path);
		const message = page.getByText('Getting your cards ready…');
		await expect(message).toBeVisible();
		deliver();
		await expect(page.getByText(seen, { exact: true })).toBeVisible();
		await expect(message).toHaveCount(0);
	});
}

test('how it looks is chosen once, and holds from the first paint on', async ({ page }) => {
	await page.goto('/settings');
	await page.getByLabel('Text size').selectOption({ label: 'Very large' });
	await page.getByLabel('Spacing').selectOption({ label: 'Wide, easier to read' });
	await page.getByLabel('Contrast').selectOption({ label: 'High' });
	await page.getByLabel('Motion').selectOption({ label: 'None' });
	const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
	expect(await size()).toBeGreaterThan(22);
	await page.reload();
	// Before anything of the page is there: whatever is painted first is painted so.
	await page.waitForSelector('h1', { state: 'attached' });
	expect(await size()).toBeGreaterThan(22);
	await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
	await expect(page.getByLabel('Motion')).toHaveValue('none');
});

test('read aloud is off, loads nothing, and puts a button on the card when it is wanted', async ({
	page
}) => {
	await page.goto('/browse');
	await page.getByRole('listbox').getByRole('option').first().click();
	await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Read aloud' })).toHaveCount(0);
	await page.goto('/settings');
	await page.getByRole('combobox', { name: 'Read aloud' }).selectOption({ label: 'Button on the card' });
	await page.goto('/browse');
	await page.getByRole('listbox').getByRole('option').first().click();
	await expect(page.getByRole('button', { name: 'Read aloud' })).toBeVisible();
});

test('help is reached from any page and says where the data is', async ({ page }) => {
	await page.goto('/decks');
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('navigation').getByRole('link', { name: 'Help' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Where everything is' })).toContainText('Export backup');
});
