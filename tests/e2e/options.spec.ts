import { expect, test } from '@playwright/test';

test('options of a deck: kept at once, inherited, taken back; a wrong text changes nothing', async ({
	page
}) => {
	await page.goto('/settings');
	await page.getByRole('link', { name: 'Options for all decks' }).click();
	await page.getByLabel('New cards a day').fill('7');
	await page.getByLabel('New cards a day').press('Enter');
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

	await page.goto('/decks');
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await page.getByRole('link', { name: 'Deck options' }).click();
	const fresh = page.getByRole('textbox', { name: 'New cards a day' });
	await expect(fresh).toHaveValue('7');
	await fresh.fill('3');
	await fresh.press('Tab');
	const reset = page.getByRole('button', { name: 'Use the default: 7 (New cards a day)' });
	await expect(reset).toBeVisible();

	const steps = page.getByRole('textbox', { name: 'Learning steps', exact: true });
	await steps.fill('1m soon');
	await steps.press('Tab');
	await expect(page.getByRole('alert')).toContainText('Write steps like');
	await expect(steps).toHaveAccessibleDescription(/Write steps like/);
	await expect(steps).toHaveValue('1m soon');
	await steps.fill('30s 5m');
	await steps.press('Tab');
	await expect(page.getByRole('alert')).toHaveCount(0);

	await page.getByRole('slider', { name: 'Desired retention' }).fill('85');
	await expect(page.getByText('forgotten about 15 in 100')).toBeVisible();
	await page.getByLabel('New cards today').fill('1');
	await page.getByLabel('New cards today').press('Tab');
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

	await page.reload();
	await expect(fresh).toHaveValue('3');
	await expect(steps).toHaveValue('30s 5m');
	await expect(page.getByRole('slider', { name: 'Desired retention' })).toHaveValue('85');
	await reset.click();
	await expect(fresh).toHaveValue('7');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(fresh).toHaveValue('3');
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);

	// One new card today, in this deck and no other.
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 card to review');
});

test('a preset: made, given to a deck, followed by it, renamed, deleted and brought back', async ({
	page
}) => {
	await page.goto('/settings');
	await page.getByRole('link', { name: 'Presets' }).click();
	await page.getByRole('button', { name: 'Make preset' }).click();
	await expect(page.getByRole('alert')).toContainText('needs a name');
	await page.getByLabel('Name of a new preset').fill('Exam');
	await page.getByRole('button', { name: 'Make preset' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Exam was made' })).toBeVisible();

	await page.getByRole('link', { name: 'Options of Exam' }).click();
	await page.getByLabel('New cards a day').fill('4');
	await page.getByLabel('New cards a day').press('Tab');
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

	await page.goto('/decks');
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await page.getByRole('link', { name: 'Deck options' }).click();
	const shared = page.getByRole('combobox', { name: 'Preset' });
	const fresh = page.getByRole('textbox', { name: 'New cards a day' });
	await expect(fresh).toHaveValue('20');
	await shared.selectOption('Exam');
	await expect(fresh).toHaveValue('4');
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('4 cards to review');

	await page.goto('/settings/presets');
	const decks = page.getByRole('group', { name: 'Decks that use Exam' });
	await expect(decks.getByRole('checkbox').first()).toBeChecked();
	const name = page.getByRole('textbox', { name: 'Name of Exam' });
	await name.fill('Finals');
	await name.press('Tab');
	await expect(page.getByRole('heading', { level: 2, name: 'Finals' })).toBeVisible();
	await page.getByRole('button', { name: 'Delete Finals' }).click();
	await expect(page.getByText('There are no presets yet.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	const group = page.getByRole('group', { name: 'Decks that use Finals' });
	await expect(group.getByRole('checkbox').first()).toBeChecked();
	await group.getByRole('checkbox').first().uncheck();
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('20 cards to review');
});
