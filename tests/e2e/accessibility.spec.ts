import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const names = {
	en: {
		start: 'Start review',
		show: 'Show answer',
		more: 'More',
		next: 'Next',
		select: 'Select',
		help: 'How to search',
		close: 'Close card',
		keep: 'Keep these cards',
		read: 'Read the note',
		legend: 'What the colours say',
		find: 'Find in this note',
		contents: 'Contents',
		byRecall: 'Cards by recall',
		leave: 'Close'
	},
	'zh-Hant': {
		start: '開始複習',
		show: '顯示答案',
		more: '更多',
		next: '下一步',
		select: '選取',
		help: '搜尋方法',
		close: '關閉卡片',
		keep: '保留這些卡片',
		read: '閱讀筆記',
		legend: '顏色代表什麼',
		find: '在筆記中尋找',
		contents: '目錄',
		byRecall: '依記得的機率看卡片',
		leave: '關閉'
	}
} as const;
type Locale = keyof typeof names;

/** Every page and what it can be brought to show; `look` is called at each. */
async function visitAll(page: Page, locale: Locale, look: (name: string) => Promise<void>) {
	const name = names[locale];
	await page.goto('/');
	await expect(page.getByRole('link', { name: name.start })).toBeVisible();
	await expect(page.getByRole('complementary')).toBeVisible();
	await look('today');
	await page.getByRole('link', { name: name.start }).click();
	await expect(page.getByRole('region').first()).toBeVisible();
	await look('question');
	await page.getByRole('button', { name: name.show }).click();
	await look('answer');
	await page.getByRole('button', { name: name.more }).click();
	await look('actions');
	for (const route of [
		'decks',
		'progress',
		'import',
		'settings',
		'settings/options',
		'settings/presets',
		'schedule',
		'help',
		'no-such-page'
	]) {
		await page.goto(`/${route}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look(route.replace('/', '-'));
	}
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', 'tests/e2e/fixtures/harbour.md');
	await expect(page.getByRole('button', { name: name.keep })).toBeVisible();
	await look('import-report');
	await page.goto('/welcome');
	await look('welcome');
	await page.getByRole('button', { name: name.next }).click();
	await page.getByRole('button', { name: name.next }).click();
	await look('welcome-end');
	await page.goto('/browse');
	const cards = page.getByRole('listbox').getByRole('option');
	await expect(cards.first()).toBeVisible();
	await page.getByText(name.help).click();
	await page.getByRole('searchbox').fill('is:x');
	await expect(page.getByRole('alert')).toBeVisible();
	await look('browse');
	await page.getByText(name.help).click();
	await cards.first().click();
	await expect(page.getByRole('dialog').getByRole('region').first()).toBeVisible();
	await look('card');
	await page.getByRole('button', { name: name.close }).click();
	await page.getByRole('button', { name: name.select, exact: true }).click();
	await cards.first().click();
	await look('selection');
	await page.goto('/decks');
	await page.locator('h2 a').first().click();
	await expect(page.locator('summary').first()).toBeVisible();
	await page.locator('summary').first().click();
	await look('deck');
	const deck = page.url();
	await page.getByRole('link', { name: name.read }).first().click();
	await expect(page.getByRole('article')).toBeVisible();
	await page.getByText(name.legend).click();
	await page.getByRole('button', { name: name.find }).click();
	await look('note');
	await page.getByRole('button', { name: name.contents }).click();
	await look('note-contents');
	await page.getByRole('button', { name: name.leave, exact: true }).click();
	await page.getByRole('button', { name: name.byRecall }).click();
	await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
	await look('note-cards');
	await page.goto(`${deck}/options`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await look('deck-options');
}

for (const locale of ['en', 'zh-Hant'] as const) {
	for (const theme of ['light', 'dark'] as const) {
		test(`axe finds nothing on any page (${locale}, ${theme})`, async ({ page }, info) => {
			test.setTimeout(420_000);
			await choose(page, { PARAGLIDE_LOCALE: locale, 'deckhand.theme': theme });
			await visitAll(page, locale, async (name) => {
				await page.screenshot({
					path: `tests/artefacts/${info.project.name}-${locale}-${theme}-${name}.png`,
					// A whole page of cards would be drawn whole.
					fullPage: !['browse', 'card', 'selection'].includes(name)
				});
				await expectNoViolations(page, name);
			});
		});
	}
}

test('axe finds nothing on any page in high contrast, very large and widely set', async ({ page }) => {
	test.setTimeout(300_000);
	await choose(page, {
		PARAGLIDE_LOCALE: 'zh-Hant',
		'deckhand.contrast': 'high',
		'deckhand.text': 'largest',
		'deckhand.spacing': 'wide'
	});
	await visitAll(page, 'zh-Hant', (name) => expectNoViolations(page, name));
});

for (const locale of ['en', 'zh-Hant'] as const) {
	for (const [name, width, textSize] of [
		['320 px wide', 320, '100%'],
		['with text at 200 %', 360, '200%']
	] as const) {
		test(`nothing scrolls sideways on any page ${name} (${locale})`, async ({ page }) => {
			test.setTimeout(300_000);
			await page.setViewportSize({ width, height: 640 });
			await choose(page, { PARAGLIDE_LOCALE: locale });
			await visitAll(page, locale, async (place) => {
				await page.evaluate((size) => (document.documentElement.style.fontSize = size), textSize);
				expect(await outsideOfScreen(page), place).toEqual([]);
			});
		});
	}
}

test('what is chosen shows also where the system takes the colours', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('/browse');
	const filter = page.getByRole('group', { name: 'Filters' }).getByRole('button').first();
	const outline = () => filter.evaluate((element) => getComputedStyle(element).outlineStyle);
	expect(await outline()).toBe('none');
	await filter.click();
	await page.getByRole('searchbox').focus();
	expect(await outline()).toBe('solid');
});

test('motion stops where the person, or the device, wants none', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await page.goto('/settings');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const moves = () =>
		page.evaluate(() => {
			const probe = document.createElement('div');
			document.body.append(probe);
			probe.style.transition = 'opacity 1s';
			const { transitionDuration } = getComputedStyle(probe);
			probe.remove();
			return transitionDuration === '1s';
		});
	expect(await moves()).toBe(true);
	await page.getByLabel('Motion').selectOption('none');
	expect(await moves()).toBe(false);
	await page.getByLabel('Motion').selectOption('system');
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await moves()).toBe(false);
	await page.getByLabel('Motion').selectOption('full');
	expect(await moves()).toBe(true);
});

test('the keyboard reaches the content first, and each page says its name', async ({ page }) => {
	await page.goto('/decks');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to content' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await page.getByRole('navigation').getByRole('link', { name: 'Import notes' }).click();
	await expect(page).toHaveTitle(/Import/);
	// SvelteKit's live region tells a screen reader the title of the page that came.
	await expect(page.locator('#svelte-announcer')).toHaveText(/Import/);
});

test('headings descend by one, in one main landmark, on every page', async ({ page }) => {
	test.setTimeout(300_000);
	await visitAll(page, 'en', async (place) => {
		await expect(page.getByRole('main'), place).toHaveCount(1);
		const levels = await page.evaluate(() =>
			[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
				.filter((heading) => heading.closest('.prose') === null)
				.map((heading) => Number(heading.tagName.slice(1)))
		);
		expect(
			levels.filter((level) => level === 1),
			place
		).toHaveLength(1);
		for (const [index, level] of levels.entries())
			expect(level, `${place}: ${levels.join(' ')}`).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
	});
});

test('what is used while reviewing is 48 px high at least, the rest 24 px', async ({ page }) => {
	test.setTimeout(300_000);
	await visitAll(page, 'en', async (place) => {
		const least = ['question', 'answer', 'actions'].includes(place) ? 48 : 24;
		const small = await page.evaluate(
			(size) =>
				[
					...document.querySelectorAll(
						'main button, main select, main input, main a.button, nav a, nav button'
					)
				]
					.filter((element) => element.checkVisibility({ visibilityProperty: true }))
					.filter((element) => {
						const { height } = (element.closest('label') ?? element).getBoundingClientRect();
						return height > 0 && height < size - 0.5;
					})
					.map((element) => element.outerHTML.slice(0, 120)),
			least
		);
		expect(small, place).toEqual([]);
	});
});

const choose = (page: Page, stored: Readonly<Record<string, string>>) =>
	page.addInitScript((values) => {
		for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
	}, stored);

/** What reaches over the right edge, but for what scrolls by itself (code, a row of filters); a pixel may be rounding. */
const outsideOfScreen = (page: Page) =>
	page.evaluate(() => {
		const root = document.documentElement;
		return [...document.querySelectorAll('button, a, input, select, h1, h2, p')]
			.filter((element) => element.checkVisibility() && !isScrolled(element))
			.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
			.map((element) => element.outerHTML.slice(0, 120))
			.concat(root.scrollWidth > root.clientWidth + 1 ? [`page: ${root.scrollWidth} px`] : []);

		function isScrolled(element: Element): boolean {
			for (let at = element.parentElement; at !== null; at = at.parentElement)
				if (at !== root && at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX === 'auto')
					return true;
			return false;
		}
	});

async function expectNoViolations(page: Page, name: string) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(
		({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`
	);
	expect(found, name).toEqual([]);
}
