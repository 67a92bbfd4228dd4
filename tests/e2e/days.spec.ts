import { expect, test, type Page } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

/** What days bring: the rollover while the app is open, an absence, the number on the app's icon. */
test.use({ timezoneId: 'Asia/Taipei' });

const cardsToReview = async (page: Page) => {
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toContainText(/cards? to review/);
	return Number(/\d+/.exec((await title.textContent()) ?? '')?.[0]);
};

async function answer(page: Page, rating: 'Again' | 'Easy'): Promise<void> {
	await page.getByRole('button', { name: 'Show answer' }).click();
	// A tap this soon after the reveal is no rating, so a person waits.
	await pastDoubleTap(page);
	await page.getByRole('button', { name: rating }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
}

test('the study day turns while Today is open, and brings the new cards of the next one', async ({
	page
}) => {
	await page.clock.install({ time: new Date('2026-11-24T03:50:00+08:00') });
	await page.goto('/');
	const before = await cardsToReview(page);
	await page.getByRole('link', { name: 'Start review' }).click();
	await answer(page, 'Easy');
	await page.goto('/');
	await expect.poll(() => cardsToReview(page)).toBe(before - 1);
	// Nobody touches the page.
	await page.clock.fastForward('20:00');
	await expect.poll(() => cardsToReview(page)).toBe(before);
});

test('the icon carries the number of due cards, and none where nothing is due', async ({ page }) => {
	await page.addInitScript(() => {
		const badge = { shown: -1 };
		Object.assign(globalThis, { badge });
		Object.assign(navigator, {
			setAppBadge: (count: number) => Promise.resolve((badge.shown = count)),
			clearAppBadge: () => Promise.resolve((badge.shown = 0))
		});
	});
	const shown = () =>
		page.evaluate(() => (globalThis as unknown as { badge: { shown: number } }).badge.shown);
	await page.goto('/');
	await expect.poll(shown).toBe(0);
	await page.getByRole('link', { name: 'Start review' }).click();
	await answer(page, 'Again');
	await page.goto('/');
	await expect.poll(shown).toBe(1);
});

test('after an absence a pace is offered, holds once it is chosen, and can be ended', async ({ page }) => {
	await page.clock.install({ time: new Date('2026-10-01T12:00:00+08:00') });
	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	for (let card = 0; card < 3; card++) await answer(page, 'Easy');
	// A day with room for all that is due needs no plan.
	await page.goto('/settings/options');
	await page.getByLabel('Reviews a day').fill('1');
	await page.getByLabel('Reviews a day').press('Tab');
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

	await page.clock.fastForward(90 * 24 * 3_600_000);
	await page.goto('/');
	const offer = page.getByRole('region', { name: /89 days away, 3/ });
	await expect(offer).toBeVisible();
	await offer.getByRole('combobox', { name: 'A pace to catch up' }).selectOption({ index: 0 });
	await offer.getByRole('button', { name: 'Use this plan' }).click();
	const plan = page.getByRole('region', { name: 'Come-back plan until December 30' });
	await expect(plan).toBeVisible();
	await expect(offer).toHaveCount(0);
	await page.reload();
	await plan.getByRole('button', { name: 'End plan' }).click();
	await expect(plan).toHaveCount(0);
	// Decided once, it is not offered again for the same absence.
	await page.reload();
	await cardsToReview(page);
	await expect(offer).toHaveCount(0);
});
