import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { restoreHistory } from './restore-history.ts';
import { pastDoubleTap } from './past-double-tap.ts';

test('a review is seen in every chart, as a picture, in a table and by keys', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	// A tap so soon after another rates nothing.
	await pastDoubleTap(page);
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

	// The next visit reads what was kept, and the one review that came since.
	await page.goto('/review');
	// A session is taken up where it was left: with the answer, where that was shown.
	const show = page.getByRole('button', { name: 'Show answer' });
	const again = page.getByRole('button', { name: /^Again/ });
	await expect(show.or(again)).toBeVisible();
	if (await show.isVisible()) await show.click();
	await pastDoubleTap(page);
	await again.click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
	await page.goto('/progress');
	await expect(buttons.getByRole('img', { name: '2 answers; 1 of them Again.' })).toBeVisible();
});

test('a history of months: charts of a part, pictures, causes of what does not stay', async ({
	page
}, info) => {
	test.setTimeout(120_000);
	await restoreHistory(page, info.outputPath('own.gz'));
	await page.goto('/progress');
	const figure = (name: string) => page.getByRole('figure', { name, exact: true });
	const knowledge = figure('Estimated knowledge');
	await expect(knowledge.getByRole('img', { name: /would have been recalled; now it is/ })).toBeVisible();
	const answers = figure('Answer buttons').getByRole('img');
	const whole = await answers.getAttribute('aria-label');

	await page.getByLabel('Period').selectOption({ label: 'Last 30 days' });
	await expect(answers).not.toHaveAttribute('aria-label', whole ?? '');
	await page.getByLabel('Period').selectOption({ label: 'All time' });
	await expect(answers).toHaveAttribute('aria-label', whole ?? '');
	await page.getByLabel(/^Deck/).selectOption({ index: 1 });
	await page.getByLabel('Section').selectOption({ index: 2 });
	await expect(answers).not.toHaveAttribute('aria-label', whole ?? '');

	await knowledge.getByText('Numbers as a table').click();
	const png = page.waitForEvent('download');
	await knowledge.getByRole('button', { name: 'Save picture (PNG)' }).click();
	const picture = readFileSync(await (await png).path());
	expect(picture.subarray(1, 4).toString()).toBe('PNG');
	// Drawn, and not blank: a blank one is a tenth of it.
	expect(picture.length).toBeGreaterThan(8_000);
	const svg = page.waitForEvent('download');
	await knowledge.getByRole('button', { name: 'Save picture (SVG)' }).click();
	expect(readFileSync(await (await svg).path(), 'utf8')).toContain('polygon');

	await page.getByRole('link', { name: /Leeches and confusions/ }).click();
	const leeches = page.getByRole('region', { name: 'Cards that do not stay' }).getByRole('listitem');
	const suspend = leeches.getByRole('button', { name: 'Suspend card' });
	await expect(suspend).toHaveCount(3);
	await expect(
		page
			.getByRole('region', { name: 'Taken for each other' })
			.getByText(/Forgotten on the same day/)
			.first()
	).toBeVisible();
	await suspend.first().click();
	await expect(suspend).toHaveCount(2);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(suspend).toHaveCount(3);

	await leeches.getByRole('button', { name: 'Open and edit' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Card info' });
	const curve = dialog.getByRole('figure', { name: 'Forgetting curve' });
	await expect(curve.getByRole('img', { name: /Recall over the days/ })).toBeVisible();
	await curve.getByText('Numbers as a table').click();
	await expect(curve.getByRole('row', { name: /90%/ })).toBeVisible();
	await expect(dialog.getByRole('heading', { name: 'Why this date' })).toBeVisible();
	await expectNoViolations(page);
	await dialog.getByRole('button', { name: 'Close card' }).click();
	await expectNoViolations(page);
});

for (const locale of ['en', 'zh-Hant'] as const) {
	for (const theme of ['light', 'dark'] as const) {
		test(`charts are clean and fit (${locale}, ${theme})`, async ({ page }, info) => {
			test.setTimeout(120_000);
			await page.addInitScript(
				([language, colours]) => {
					localStorage.setItem('PARAGLIDE_LOCALE', language);
					localStorage.setItem('deckhand.theme', colours);
				},
				[locale, theme] as const
			);
			await restoreHistory(page, info.outputPath('own.gz'));
			for (const [name, path] of [
				['charts', '/progress'],
				['leeches', '/progress/leeches']
			] as const) {
				await page.goto(path);
				const main = page.getByRole('main');
				const last = name === 'charts' ? 'figure' : 'heading';
				await expect(main.getByRole(last).nth(4)).toBeVisible();
				await page.screenshot({
					path: `tests/artefacts/${info.project.name}-${locale}-${theme}-${name}.png`,
					fullPage: true
				});
				await expectNoViolations(page);
				const width = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(width).toBe(0);
			}
		});
	}
}

async function expectNoViolations(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
}
