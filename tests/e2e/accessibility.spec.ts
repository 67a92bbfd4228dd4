import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const names = {
	en: { start: 'Start review', show: 'Show answer', more: 'More' },
	'zh-Hant': { start: '開始複習', show: '顯示答案', more: '更多' }
} as const;

for (const locale of ['en', 'zh-Hant'] as const) {
	for (const theme of ['light', 'dark'] as const) {
		test(`axe finds nothing on any page (${locale}, ${theme})`, async ({ page }, info) => {
			test.setTimeout(180_000);
			await page.addInitScript(
				([language, look]) => {
					localStorage.setItem('PARAGLIDE_LOCALE', language);
					localStorage.setItem('deckhand.theme', look);
				},
				[locale, theme] as const
			);
			const look = async (name: string) => {
				await expect(page.locator('h1, section').first()).toBeVisible();
				await page.screenshot({
					path: `tests/artefacts/${info.project.name}-${locale}-${theme}-${name}.png`,
					fullPage: true
				});
				await expectNoViolations(page, name);
			};
			await page.goto('/');
			await expect(page.getByRole('link', { name: names[locale].start })).toBeVisible();
			await look('today');
			await page.getByRole('link', { name: names[locale].start }).click();
			await expect(page.getByRole('region').first()).toBeVisible();
			await look('question');
			await page.getByRole('button', { name: names[locale].show }).click();
			await look('answer');
			await page.getByRole('button', { name: names[locale].more }).click();
			await look('actions');
			for (const route of ['decks', 'progress', 'import', 'settings', 'settings/options', 'schedule']) {
				await page.goto(`/${route}`);
				await look(route.replace('/', '-'));
			}
			await page.goto('/decks');
			await page.locator('h2 a').first().click();
			await expect(page.locator('summary').first()).toBeVisible();
			await page.locator('summary').first().click();
			await look('deck');
			await page.goto(`${page.url()}/options`);
			await look('deck-options');
		});
	}
}

async function expectNoViolations(page: Page, name: string) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(
		({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`
	);
	expect(found, name).toEqual([]);
}
