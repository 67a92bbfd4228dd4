import { expect, test, type Page } from '@playwright/test';

const listOf = (page: Page) => page.getByRole('listbox', { name: 'Cards found' });
const optionsOf = (page: Page) => listOf(page).getByRole('option');
const countOf = (page: Page) => page.getByRole('status').filter({ hasText: /^[\d,]+ cards?$/ });

test.beforeEach(async ({ page }) => {
	await page.goto('/browse');
	await expect(countOf(page)).toBeVisible();
});

test('only what is on the screen is drawn, and every card can be reached', async ({ page }) => {
	const options = optionsOf(page);
	const total = Number((await countOf(page).innerText()).replace(/\D/g, ''));
	expect(total).toBeGreaterThan(100);
	expect(await options.count()).toBeLessThan(60);
	await expect(options.first()).toHaveAttribute('aria-setsize', String(total));
	await listOf(page).focus();
	await page.keyboard.press('End');
	await expect(options.last()).toHaveAttribute('aria-posinset', String(total));
	await expect(options.last()).toBeInViewport();
	await page.keyboard.press('Home');
	await expect(options.first()).toHaveAttribute('aria-posinset', '1');
	await expect(options.first()).toBeInViewport();
});

test('a search finds words and states, keeps to the address, and says what it did not understand', async ({
	page
}) => {
	const search = page.getByRole('searchbox', { name: 'Search cards' });
	await search.fill('ＯＣＩ kind:list');
	await expect(countOf(page)).not.toHaveText(/\d{3}/);
	await expect(optionsOf(page).first()).toContainText(/OCI/i);
	await page.reload();
	await expect(search).toHaveValue('ＯＣＩ kind:list');
	await search.fill('is:dew');
	await expect(page.getByRole('alert')).toContainText('“is:dew”');
	await expect(page.getByRole('alert')).toContainText('due, new');
	await expect(search).toHaveAttribute('aria-invalid', 'true');
	await search.fill('-is:new');
	await expect(page.getByText('No card fits this search.')).toBeVisible();
	await search.fill('');
	await page.getByRole('button', { name: 'New' }).click();
	await expect(search).toHaveValue('is:new');
	await expect(page.getByRole('button', { name: 'New' })).toHaveAttribute('aria-pressed', 'true');
});

test('selected cards are suspended, found again, and brought back', async ({ page }) => {
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	for (const index of [0, 2]) await optionsOf(page).nth(index).click();
	await expect(optionsOf(page).nth(2)).toHaveAttribute('aria-selected', 'true');
	const bar = page.getByRole('region', { name: 'Actions' });
	await expect(bar).toContainText('2 selected');
	await bar.getByRole('button', { name: 'Actions' }).click();
	await page.getByRole('button', { name: 'Suspend', exact: true }).click();
	await expect(bar.getByRole('status')).toHaveText('Suspend: 2 cards');
	await page.getByRole('searchbox').fill('is:suspended');
	await expect(countOf(page)).toHaveText('2 cards');
	await bar.getByRole('button', { name: 'Undo' }).click();
	await expect(bar.getByRole('status')).toHaveText('Undone: Suspend');
	await expect(page.getByText('No card fits this search.')).toBeVisible();
});

test('what concerns more cards than are seen is asked first', async ({ page }) => {
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	await page.getByRole('button', { name: 'Select all' }).click();
	await page.getByRole('region', { name: 'Actions' }).getByRole('button', { name: 'Actions' }).click();
	await page.getByRole('button', { name: 'Flag', exact: true }).click();
	await expect(page.getByRole('dialog')).toContainText(/Flag: \d+ cards\?/);
	await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
	await page.getByRole('searchbox').fill('is:flagged');
	await expect(page.getByText('No card fits this search.')).toBeVisible();
});

test('the keyboard alone selects, opens a card, sets it due and undoes', async ({ page }) => {
	await listOf(page).focus();
	await page.keyboard.press(' ');
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await expect(page.getByRole('region', { name: 'Actions' })).toContainText('3 selected');
	await page.getByRole('button', { name: 'End selection' }).press('Enter');
	await listOf(page).focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Card info' });
	await expect(dialog.getByRole('region', { name: 'Answer' })).toBeVisible();
	await expect(dialog.getByRole('region', { name: 'Why this date' })).toContainText('It is new');
	await dialog.getByRole('button', { name: 'Actions' }).press('Enter');
	await dialog.getByRole('button', { name: 'Set due date' }).press('Enter');
	const days = page.getByLabel('Days from today');
	await days.fill('soon');
	await days.press('Enter');
	await expect(page.getByRole('alert')).toContainText('such as 5-7');
	await days.fill('3');
	await days.press('Enter');
	await expect(dialog.getByRole('status')).toHaveText('Set due date: 1 card');
	await expect(dialog.getByRole('region', { name: 'History' })).toContainText('Due date set');
	await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
	await expect(dialog.getByRole('region', { name: 'History' })).toContainText('undone');
});

test('a card is edited, and found by its new words', async ({ page }) => {
	await optionsOf(page).first().click();
	await page.getByRole('button', { name: 'Edit card' }).click();
	await page.getByRole('textbox', { name: 'Question' }).fill('一個全新的問題');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('region', { name: 'Question' })).toContainText('一個全新的問題');
	await page.getByRole('button', { name: 'Close card' }).click();
	await page.getByRole('searchbox').fill('全新');
	await expect(countOf(page)).toHaveText('1 card');
	await expect(optionsOf(page)).toContainText('Edited');
});

test('a deck page leads to its cards alone', async ({ page }) => {
	await page.goto('/decks');
	await page.getByRole('link', { name: 'Docker', exact: true }).first().click();
	// The list of decks has such a link too.
	await expect(page).toHaveURL(/\/decks\/docker/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker');
	await page.getByRole('link', { name: 'Browse cards' }).last().click();
	await expect(page).toHaveURL(/\/browse\?deck=/);
	await expect(page.getByRole('combobox', { name: 'Deck' })).not.toHaveValue('');
	await expect(optionsOf(page).first()).toBeVisible();
});
