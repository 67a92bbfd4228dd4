import { expect, test, type Page } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

const before = '# 港\n\n- Ｑ：退潮時纜繩要怎麼處理？\n\n  - 放鬆，免得船被吊住\n';
const after =
	'# 港\n\n- Ｑ：水位下降的時候要對繫船索做什麼？\n\n  - 讓它鬆一點\n\n- Ｑ：誰指揮靠泊？\n\n  - 引水人\n';

test('a card whose text went away is listed, handed on to another card, and that is taken back', async ({
	page
}) => {
	await keep(page, before, 'Keep these cards');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Easy' }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');
	await keep(page, after, /Update/);

	await page.goto('/decks/notes-harbour');
	await page.getByRole('link', { name: 'Show 1 card' }).click();
	await expect(page.getByRole('heading', { name: '退潮時纜繩要怎麼處理？' })).toBeVisible();
	await expect(page.getByText(/^1 review · last on/)).toBeVisible();
	await page.getByRole('button', { name: 'This is the same card as…' }).click();
	const search = page.getByRole('searchbox', { name: 'Find the card that it is now' });
	await expect(search).toBeFocused();
	await search.fill('水位');
	await page.getByRole('button', { name: /水位下降.*Never reviewed/s }).click();
	await expect(page.getByText('That card continues its reviews now.')).toBeVisible();
	await expect(page.getByText('None. Every card that you reviewed')).toBeVisible();

	// It is no new card any more; nor is its next version.
	await page.goto('/decks/notes-harbour');
	await expect(page.getByText('2 cards · 1 new')).toBeVisible();
	await keep(page, `${after}\n- Ｑ：錨的重量單位？\n\n  - 公噸\n`, /Update/);
	await page.goto('/decks/notes-harbour');
	await expect(page.getByText('3 cards · 2 new')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Cards that are gone' })).toHaveCount(0);
});

test('one that is let go is listed no more, and comes back with Undo', async ({ page }) => {
	await keep(page, before, 'Keep these cards');
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Good' }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');
	await keep(page, after, /Update/);
	await page.goto('/decks/notes-harbour/orphans');
	const listed = page.getByRole('heading', { name: '退潮時纜繩要怎麼處理？' });
	await page.getByRole('button', { name: 'Let it go' }).click();
	await expect(page.getByText('Let go. Its reviews stay in the log')).toBeVisible();
	await expect(listed).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(listed).toBeVisible();
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
});

async function keep(page: Page, text: string, button: string | RegExp) {
	await page.goto('/import');
	await page.getByLabel('Name').fill('harbour');
	await page.getByLabel('Markdown').fill(text);
	await page.getByRole('button', { name: 'Compile' }).click();
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByRole('status')).toContainText('added');
}
