import { expect, test, type Page } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

const note = '/notes/notes-moorings%2Fmoorings.md';

test.beforeEach(async ({ page }) => {
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', 'tests/e2e/fixtures/moorings.md');
	await page.getByRole('button', { name: 'Keep these cards' }).click();
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
});

const article = (page: Page) => page.getByRole('article', { name: 'Moorings' });
const chip = (page: Page, title: string) =>
	page.getByRole('button', { name: new RegExp(`: ${title}\\. \\d`) });

async function answer(page: Page, rating: 'Again' | 'Good' | 'Easy') {
	await page.getByRole('button', { name: 'Show answer' }).click();
	// A second tap so soon is taken for one of the first.
	await pastDoubleTap(page);
	await page.getByRole('button', { name: rating }).click();
}

/** Rates as many cards of the deck as are said. */
async function review(page: Page, ratings: readonly ('Again' | 'Good' | 'Easy')[]) {
	await page.goto('/review?deck=notes-moorings');
	for (const [index, rating] of ratings.entries()) {
		await answer(page, rating);
		await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute(
			'value',
			String(index + 1)
		);
	}
}

test('the note is read as it was written: sections, code, table, a picture that is not here, an open question', async ({
	page
}) => {
	await page.goto(note);
	await expect(page.getByRole('heading', { level: 1, name: 'Moorings' })).toBeVisible();
	await expect(article(page).getByRole('heading', { level: 2 })).toHaveText([/Lines/, /Signals/]);
	await expect(article(page).getByText('The bow line')).toBeVisible();
	await expect(article(page).getByText(/Picture not stored: a map of the quays/)).toBeVisible();
	await expect(article(page).getByRole('cell', { name: 'wait here' })).toBeVisible();
	await expect(article(page).getByText('lights --list')).toBeVisible();
	await expect(article(page).getByText('Open question', { exact: true })).toBeVisible();
	await expect(page).toHaveTitle('Moorings · Deckhand');
	// The title of the page is the note's own heading, said once.
	await expect(page.getByRole('heading', { name: 'Moorings' })).toHaveCount(1);
});

test('sections fold and unfold by keyboard, one and all', async ({ page }) => {
	await page.goto(note);
	const answerText = article(page).getByText('The bow line');
	const signals = article(page).getByRole('button', { name: 'Signals', exact: true });
	await signals.focus();
	await page.keyboard.press('Enter');
	await expect(signals).toHaveAttribute('aria-expanded', 'false');
	await expect(article(page).getByText('The ship leaves her berth')).toBeHidden();
	await page.getByRole('button', { name: 'Fold all', exact: true }).click();
	await expect(answerText).toBeHidden();
	await page.getByRole('button', { name: 'Unfold all' }).click();
	await expect(answerText).toBeVisible();
});

test('contents lead to a section, also to a folded one', async ({ page }) => {
	await page.goto(note);
	await page.getByRole('button', { name: 'Fold all', exact: true }).click();
	await page.getByRole('button', { name: 'Contents' }).click();
	await page
		.getByRole('dialog', { name: 'Contents' })
		.getByRole('button', { name: /^Tides/ })
		.click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(article(page).getByText('They are slackened')).toBeInViewport();
});

test('search counts what it finds, goes round, and opens what is folded', async ({ page }) => {
	await page.goto(note);
	await page.getByRole('button', { name: 'Fold all', exact: true }).click();
	await page.getByRole('button', { name: 'Find in this note' }).click();
	const search = page.getByRole('searchbox', { name: 'Find in this note' });
	await search.fill('ＬＩＮＥ ');
	const status = page.getByRole('search').getByRole('status');
	await expect(status).toHaveText(/^\d+ matches$/);
	const count = Number(/\d+/.exec(await status.innerText())?.[0]);
	expect(count).toBeGreaterThan(4);
	await search.press('Enter');
	await expect(status).toHaveText(`1 of ${count}`);
	await search.press('Shift+Enter');
	await expect(status).toHaveText(`${count} of ${count}`);
	await search.fill('both movements');
	await page.getByRole('button', { name: 'Next match' }).click();
	await expect(status).toHaveText('1 of 1');
	await expect(article(page).getByText('It stops both movements along the quay')).toBeInViewport();
	await search.fill('lighthouse');
	await expect(status).toHaveText('Nothing found.');
	await search.press('Escape');
	await expect(search).toBeHidden();
});

test('what is known tints the sections, and the coldest cards are drilled without any effect on dates', async ({
	page
}) => {
	await page.goto(note);
	await expect(chip(page, 'Signals')).toHaveText('New');
	await review(page, ['Again', 'Good']);
	await page.goto(note);
	await expect(page.getByText(/^\d+\s?% recalled/)).toBeVisible();
	await page.getByRole('button', { name: 'Cards by recall' }).click();
	const cards = page.getByRole('dialog', { name: 'Moorings' });
	await expect(cards.getByRole('listitem')).toHaveCount(8);
	await expect(cards.getByRole('listitem').first()).toContainText('%');
	await cards.getByRole('link', { name: 'Drill the 2 coldest' }).click();
	await expect(page).toHaveURL(/note=.*coldest=5&cram/);
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('max', '2');
	await answer(page, 'Good');
	await answer(page, 'Good');
	await expect(page.getByRole('region', { name: 'Question' })).toBeHidden();
	await page.goto('/');
	await expect(page.getByText('2 reviews done today')).toBeVisible();
});

test('what is mastered is folded away, says so, and is shown when asked for', async ({ page }) => {
	await page.goto('/review?deck=notes-moorings&section=Moorings&section=Lines&section=Tides');
	await answer(page, 'Easy');
	await expect(page.getByRole('region', { name: 'Question' })).toBeHidden();
	await page.goto(note);
	const tides = article(page).getByText('They are slackened');
	await expect(article(page).getByText('The bow line')).toBeVisible();
	await expect(tides).toBeHidden();
	await expect(article(page).getByText('✓ Mastered')).toBeVisible();
	await expect(chip(page, 'Tides')).toHaveText('100%');
	await page.getByRole('button', { name: 'Show what is mastered (1)' }).click();
	await expect(tides).toBeVisible();
});

test('a card of a section is opened from its list, and leads back to its line', async ({ page }) => {
	await page.goto(note);
	await chip(page, 'Tides').click();
	const cards = page.getByRole('dialog', { name: 'Tides' });
	await cards.getByRole('button', { name: /What is done with the lines/ }).click();
	const card = page.getByRole('dialog', { name: 'Card' });
	await expect(card.getByRole('region', { name: 'Answer' })).toContainText('They are slackened');
	await card.getByRole('link', { name: 'Open in note' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page).toHaveURL(/\?card=/);
	await expect(article(page).getByText('What is done with the lines')).toBeFocused();
});

test('from a review to the note and back nothing is lost: the card, its side, and what can be undone', async ({
	page
}) => {
	await review(page, ['Good']);
	const question = page.getByRole('region', { name: 'Question' });
	const asked = await question.innerText();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('button', { name: 'Open in note' }).click();
	await expect(article(page).getByText(asked.trim())).toBeInViewport();
	await page.getByRole('link', { name: 'Back to the review' }).click();
	await expect(question).toHaveText(asked.trim(), { useInnerText: true });
	await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('value', '1');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('value', '0');
});

test('a drill goes on where it was when the note was looked at', async ({ page }) => {
	await review(page, ['Good', 'Good', 'Good']);
	await page.goto('/review?note=notes-moorings%2Fmoorings.md&coldest=5&cram');
	await answer(page, 'Good');
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('value', '1');
	const question = page.getByRole('region', { name: 'Question' });
	const second = await question.innerText();
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('button', { name: 'Open in note' }).click();
	await expect(article(page)).toBeVisible();
	await page.goBack();
	await expect(question).toHaveText(second, { useInnerText: true });
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('value', '1');
});

test('a deck is a tree of its sections: counts, a review of one, its place in the note', async ({ page }) => {
	await review(page, ['Easy']);
	await page.goto('/decks/notes-moorings');
	await expect(page).toHaveTitle(/^moorings · Deckhand$/i);
	const summary = page.locator('summary');
	await expect(summary.filter({ hasText: 'Moorings' })).toContainText('8 cards');
	await expect(summary.filter({ hasText: 'Moorings' })).toContainText(/% recalled · 7 new/);
	await summary.filter({ hasText: 'Moorings' }).press('Enter');
	const lines = page
		.getByRole('listitem')
		.filter({ has: page.getByText('Lines', { exact: true }) })
		.last();
	await expect(lines).toContainText('4 cards');
	await lines.locator('summary').first().click();
	await lines.locator('summary').filter({ hasText: 'Tides' }).click();
	const tides = lines.getByRole('listitem').filter({ hasText: 'Tides' });
	await expect(tides).toContainText('1 card');
	await tides.getByRole('link', { name: 'Open in note' }).click();
	await expect(article(page).getByText('They are slackened')).toBeInViewport();
	await page.goBack();
	await summary.filter({ hasText: 'Moorings' }).click();
	await page.getByRole('listitem').filter({ hasText: 'Signals' }).last().locator('summary').click();
	await page.getByRole('link', { name: 'Review this section' }).click();
	await expect(page.getByRole('region', { name: 'Question' })).toContainText('What does one long blast say?');
	await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute('max', /^[1-4]$/);
});

test('an open question leads to its line in the note', async ({ page }) => {
	await page.goto('/decks/notes-moorings');
	await page
		.getByRole('region', { name: 'Open questions' })
		.getByRole('listitem')
		.getByRole('link', { name: 'Open in note' })
		.click();
	await expect(article(page).getByText('How much at a spring tide?')).toBeFocused();
});

test('in a long note a line and a match far below are brought onto the screen', async ({ page }) => {
	const section = (index: number) =>
		`- <details>\n  <summary>Berth ${index}</summary>\n\n  - Q: Who lies at berth ${index}?\n\n    - ${'The ship that came first, with all her lines. '.repeat(1 + (index % 9))}\n\n  </details>\n`;
	const text = `# Berths\n\n${Array.from({ length: 300 }, (_, index) => section(index)).join('\n')}`;
	const line = text.split('\n').findIndex((written) => written.includes('berth 217?')) + 1;
	await page.goto('/import');
	await page.setInputFiles('input[multiple]', {
		name: 'berths.md',
		mimeType: 'text/markdown',
		buffer: Buffer.from(text)
	});
	await page.getByRole('button', { name: 'Keep these cards' }).click();
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await page.goto(`/notes/notes-berths%2Fberths.md?line=${line}`);
	await expect(page.getByText('Q: Who lies at berth 217?')).toBeInViewport();
	await page.getByRole('button', { name: 'Find in this note' }).click();
	await page.getByRole('searchbox').fill('berth 112?');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Q: Who lies at berth 112?')).toBeInViewport();
});

test('a note that is not here says so', async ({ page }) => {
	await page.goto('/notes/none%2Fnone.md');
	await expect(page.getByRole('heading', { name: 'There is no such note.' })).toBeVisible();
});
