import { expect, test } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

test('moving due dates: a preview first; forgetting a deck asks, and is undone', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	// A tap this soon after the reveal is no rating, so a person waits.
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Easy' }).click();
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('value', '1');

	await page.goto('/decks');
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await page.getByRole('link', { name: 'Move due dates' }).click();
	await page.getByRole('radio', { name: /Take a break/ }).check();
	await page.getByLabel('Days without reviews').fill('0');
	await expect(page.getByRole('alert')).toContainText('Write a whole number from 1 to 60');
	await page.getByLabel('Days without reviews').fill('30');
	await page.getByRole('button', { name: 'Show what would happen' }).click();
	await expect(page.getByRole('status').filter({ hasText: '1 card moves, by' })).toBeVisible();
	await page.getByRole('button', { name: 'Move 1 card' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Take a break' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();

	await page.getByRole('button', { name: 'Forget progress' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('1 card becomes new again');
	await dialog.getByRole('button', { name: 'Forget progress' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
	await page.getByRole('button', { name: 'Forget progress' }).click();
	await expect(dialog).toContainText('1 card becomes new again');
});
