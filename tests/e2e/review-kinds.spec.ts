import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

const sizes = [
	{ width: 360, height: 640, locale: 'en', theme: 'light' },
	{ width: 390, height: 844, locale: 'zh-Hant', theme: 'dark' },
	{ width: 1280, height: 800, locale: 'en', theme: 'dark' }
] as const;

const names = {
	en: { keep: 'Keep these cards', show: 'Show answer', easy: 'Easy', question: 'Question', answer: 'Answer' },
	'zh-Hant': { keep: /保留|收下|加入|儲存/, show: '顯示答案', easy: '簡單', question: '問題', answer: '答案' }
} as const;

async function importKinds(page: Page, keep: string | RegExp = names.en.keep) {
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', 'tests/e2e/fixtures/kinds.md');
	await page.getByRole('button', { name: keep }).first().click();
	await expect(page.getByRole('link', { name: /Start review|開始複習/ })).toBeVisible();
	await page.goto('/review?deck=notes-kinds');
}

const question = (page: Page) => page.getByRole('region', { name: 'Question' });
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Easy for every card, the one at hand included if its answer is shown, until a question says this. */
async function goTo(page: Page, text: string) {
	await expect(question(page)).toBeVisible();
	for (;;) {
		const isAsked = await button(page, 'Show answer').isVisible();
		const asked = await question(page).innerText();
		if (isAsked && asked.includes(text)) return;
		if (isAsked) await button(page, 'Show answer').click();
		// A tap so soon after another rates nothing.
		await pastDoubleTap(page);
		await button(page, 'Easy').click();
		await expect.poll(() => question(page).innerText()).not.toBe(asked);
	}
}

for (const { width, height, locale, theme } of sizes) {
	test(`every kind fits ${width}×${height} (${locale}, ${theme}), and axe finds nothing`, async ({
		page
	}) => {
		test.setTimeout(150_000);
		await page.setViewportSize({ width, height });
		await page.addInitScript(
			([language, look]) => {
				localStorage.setItem('PARAGLIDE_LOCALE', language);
				localStorage.setItem('deckhand.theme', look);
			},
			[locale, theme] as const
		);
		const name = names[locale];
		await importKinds(page, name.keep);
		const progress = page.getByRole('progressbar');
		const look = async (what: string) => {
			await page.screenshot({ path: `tests/artefacts/kinds-${width}-${locale}-${theme}-${what}.png` });
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(overflow, what).toBeLessThanOrEqual(0);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
				what
			).toEqual([]);
		};
		let done = 0;
		for (; done < 10; done++) {
			await expect(page.getByRole('button', { name: name.show, exact: true })).toBeVisible();
			await page.waitForTimeout(150);
			await look(`${done}-question`);
			await page.getByRole('button', { name: name.show, exact: true }).click();
			await expect(page.getByRole('region', { name: name.answer, exact: true })).toBeVisible();
			await pastDoubleTap(page);
			await look(`${done}-answer`);
			await page.getByRole('button', { name: name.easy, exact: true }).click();
			if (done < 9) await expect(progress).toHaveAttribute('value', String(done + 1));
		}
		await expect(page.getByRole('heading', { level: 1 }).last()).toBeFocused();
		await look('end');
	});
}

test('each kind suggests a rating, and the person decides', async ({ page }) => {
	test.setTimeout(120_000);
	await importKinds(page);
	const suggested = (name: string) => expect(button(page, name)).toHaveAccessibleDescription(/Suggested/);

	await goTo(page, 'Which ropes moor a ship?');
	await button(page, 'Hint').click();
	await expect(page.getByRole('status', { name: 'Hints' })).toContainText('head line');
	await button(page, 'Show answer').click();
	for (const rope of ['head line', 'stern line', 'breast line', 'spring line'])
		await page.getByRole('checkbox', { name: rope }).check();
	await suggested('Hard');

	await goTo(page, '4 steps');
	await button(page, 'Put in order').click();
	await button(page, 'Tighten it with the winch').click();
	await expect(page.getByText('Not yet: another one is step 1.')).toBeVisible();
	for (const step of ['Throw the heaving', 'Pull the mooring', 'Put its eye', 'Tighten it'])
		await button(page, step).click();
	await expect(answer(page)).toBeVisible();
	await suggested('Hard');

	await goTo(page, 'differ?');
	await button(page, 'Show answer').click();
	await expect(answer(page).getByRole('columnheader')).toHaveText(['head line', 'stern line']);

	await goTo(page, 'Which light stands to port?');
	await expect(question(page)).not.toContainText('green');
	await button(page, 'red').click();
	await expect(answer(page)).toBeVisible();
	await suggested('Good');

	await goTo(page, 'The post on the quay');
	await button(page, 'Gap').click();
	await expect(question(page)).toContainText('called a bollard');

	await goTo(page, 'run nginx');
	await page.getByLabel('Your command').fill('docker run --name=web --publish 8080:80 -d nginx');
	await page.keyboard.press('Enter');
	await expect(page.getByText('The same command.')).toBeVisible();
	await suggested('Good');
	await pastDoubleTap(page);
	await button(page, 'Again').click();
	await expect(page.getByRole('progressbar')).not.toHaveAttribute('value', '9');
});
