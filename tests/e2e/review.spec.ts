import { expect, test } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

test.beforeEach(async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
});

test('a card shows its question, then its answer, then the next card', async ({ page }) => {
	const question = page.getByRole('region', { name: 'Question' });
	const first = await question.innerText();
	await expect(page.getByRole('region', { name: 'Answer' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Show answer' }).click();
	await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused();
	// A tap this soon after the reveal is no rating, so a person waits.
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Good' }).click();
	await expect(question).not.toHaveText(first);
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('value', '1');
});

test('a double tap on "Show answer" rates nothing', async ({ page }) => {
	const button = page.getByRole('button', { name: 'Show answer' });
	const box = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
	await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
	await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('value', '0');
});

test('the keyboard alone: Space shows, digits rate, U undoes', async ({ page }) => {
	const question = page.getByRole('region', { name: 'Question' });
	const progress = page.getByRole('progressbar', { name: 'Session progress' });
	const first = await question.innerText();
	for (const done of [1, 2]) {
		await page.keyboard.press(done === 1 ? 'Space' : 'Enter');
		await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
		await pastDoubleTap(page);
		await page.keyboard.press('3');
		await expect(progress).toHaveAttribute('value', String(done));
	}
	await page.keyboard.press('u');
	await page.keyboard.press('u');
	await expect(progress).toHaveAttribute('value', '0');
	await expect(question).toHaveText(first, { useInnerText: true });
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('nothing lies under the buttons, and nothing scrolls sideways', async ({ page }) => {
	await page.getByRole('button', { name: 'Show answer' }).click();
	await page
		.getByRole('region', { name: 'Answer' })
		.evaluate((answer) => answer.scrollIntoView({ block: 'end' }));
	await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
	const answer = await page.getByRole('region', { name: 'Answer' }).boundingBox();
	const again = await page.getByRole('button', { name: 'Again' }).boundingBox();
	expect((answer?.y ?? 0) + (answer?.height ?? 0)).toBeLessThanOrEqual(again?.y ?? 0);
	expect(again?.height).toBeGreaterThanOrEqual(48);
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
});

test('a card is edited, flagged, buried and suspended', async ({ page }) => {
	const question = page.getByRole('region', { name: 'Question' });
	const act = async (name: string) => {
		await page.getByRole('button', { name: 'More' }).click();
		await page.getByRole('button', { name }).click();
	};
	await act('Edit card');
	await page.getByRole('dialog').getByLabel('Question').fill('My own words <b>here</b>');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(question).toContainText('My own words <b>here</b>');
	await act('Flag card');
	await expect(page.getByRole('status').filter({ hasText: 'Flagged' })).toBeAttached();
	await act('Bury card');
	await expect(question).not.toContainText('My own words');
	const second = await question.innerText();
	await act('Suspend card');
	await expect(question).not.toHaveText(second, { useInnerText: true });
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(question).toHaveText(second, { useInnerText: true });
});
