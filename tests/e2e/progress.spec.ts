import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('a review is seen in every chart, as a picture, in a table and by keys', async ({ page }, info) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	// A tap so soon after another rates nothing.
	await page.waitForTimeout(350);
	await page.getByRole('button', { name: /^Good/ }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();

	await page.goto('/progress');
	const year = page.getByRole('grid', { name: 'The year' });
	const today = year.getByRole('gridcell', { name: /: 1 review,/ });
	await expect(today).toHaveAttribute('tabindex', '0');
	await today.focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowLeft');
	await expect(year.getByRole('gridcell', { name: /: 0 reviews/ }).and(page.locator(':focus'))).toBeVisible();
	await page.keyboard.press('End');
	await expect(today).toBeFocused();

	const buttons = page.getByRole('figure', { name: 'Answer buttons' });
	await expect(buttons.getByRole('img', { name: '1 answer; 0 of them Again.' })).toBeVisible();
	await buttons.getByText('Numbers as a table').click();
	await expect(buttons.getByRole('row', { name: 'Learning 0 0 1 0' })).toBeVisible();
	const csv = page.waitForEvent('download');
	await buttons.getByRole('button', { name: 'Save table (CSV)' }).click();
	expect((await csv).suggestedFilename()).toBe('Answer buttons.csv');

	for (const theme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: theme });
		await page.screenshot({
			path: `tests/artefacts/${info.project.name}-${theme}-charts.png`,
			fullPage: true
		});
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
	}
	const width = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(width).toBe(0);
});
