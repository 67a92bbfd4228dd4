import { expect, test } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

const note = `# Mooring

## Lines

- The bow line runs \`forward\` because the stern swings
- The spring line runs \`aft\` because the bow surges
- The breast line is \`short\` because the gap must stay small
- The stern line is \`long\` because the tide lifts the ship
- A fender is \`soft\` because the quay is hard
`;

test('which cards a block gives is an option: switched there and back, no card and no review is lost', async ({
	page
}) => {
	await page.goto('/import');
	await page.getByLabel('Name').fill('mooring');
	await page.getByLabel('Markdown').fill(note);
	await page.getByRole('button', { name: 'Compile' }).click();
	await page.getByRole('button', { name: 'Keep these cards' }).click();
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await pastDoubleTap(page);
	await page.getByRole('button', { name: 'Easy' }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');

	await page.goto('/decks/notes-mooring');
	const counts = page.getByText(/^\d+ cards? · \d+ new$/);
	const before = await counts.innerText();
	await page.getByRole('link', { name: 'Deck options' }).click();
	const option = page.getByRole('combobox', { name: 'A block of several statements gives' });
	await expect(option).toHaveValue('auto');
	await option.selectOption('blocks');
	await expect(page.getByText(/^1 cards added, \d+ set aside\. No review is lost\.$/)).toBeVisible();
	await page.goto('/decks/notes-mooring');
	await expect(counts).toHaveText('1 card · 1 new');
	await expect(page.getByRole('heading', { name: 'Cards that are gone' })).toHaveCount(0);

	// What was chosen is kept, and holds for the next version of the notes.
	await page.getByRole('link', { name: 'Deck options' }).click();
	await expect(option).toHaveValue('blocks');
	await option.selectOption('auto');
	await expect(page.getByText(/^\d+ cards added, 1 set aside\. No review is lost\.$/)).toBeVisible();
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
	await page.goto('/decks/notes-mooring');
	await expect(counts).toHaveText(before);
});
