import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { longest, ms, now, pageWithLongTasks, withBigLibrary } from './browse.bench.ts';

type Print = (line: string) => void;

/**
 * The deck's tree of sections over 100,000 cards, and a note of half a megabyte: how soon there is something to see, how
 * long until all of it is there, and whether the page stops answering meanwhile.
 */
export const benchNotes = (print: Print, cards = 100_000): Promise<void> =>
	withBigLibrary(cards, async (context, url) => {
		await measureTree(context, url, print);
		await measureNote(context, url, print);
	});

async function measureTree(context: BrowserContext, url: string, print: Print): Promise<void> {
	const page = await pageWithLongTasks(context);
	await page.goto(`${url}/decks/bench`, { waitUntil: 'commit' });
	const summaries = page.locator('main summary');
	await summaries.first().waitFor();
	print(`tree: notes ${ms(await now(page))}`);
	await summaries.filter({ hasText: 'recalled' }).first().waitFor({ timeout: 120_000 });
	print(`tree: first counts ${ms(await now(page))}`);
	await summaries.last().filter({ hasText: ' new' }).waitFor({ timeout: 120_000 });
	print(`tree: all of ${await summaries.count()} notes ${ms(await now(page))}, ${await longest(page)}`);
	await page.close();
}

async function measureNote(context: BrowserContext, url: string, print: Print): Promise<void> {
	const text = longText();
	const page = await pageWithLongTasks(context);
	await page.goto(`${url}/import`);
	await page.setInputFiles('input[multiple]', {
		name: 'long.md',
		mimeType: 'text/markdown',
		buffer: Buffer.from(text)
	});
	await page.getByRole('button', { name: 'Keep these cards' }).click({ timeout: 120_000 });
	await page.getByRole('link', { name: 'Start review' }).waitFor({ timeout: 120_000 });
	await page.goto(`${url}/notes/notes-long%2Flong.md`, { waitUntil: 'commit' });
	await page.getByRole('article').waitFor({ timeout: 120_000 });
	print(`note of ${Math.round(Buffer.byteLength(text) / 1_000)} kB: shown ${ms(await now(page))}`);
	await page.getByText('The very end of it.').waitFor({ state: 'attached', timeout: 120_000 });
	print(`note: all there ${ms(await now(page))}, ${await longest(page)}`);
	await page.getByRole('button', { name: 'Find in this note' }).click();
	const start = await now(page);
	await page.getByRole('searchbox').fill('the very end');
	await page.keyboard.press('Enter');
	await page.getByText('1 of 1', { exact: true }).waitFor();
	print(`note: found at its end ${ms((await now(page)) - start)}, ${await longest(page)}`);
	await page.close();
}

/** The shipped notes one below the other, again and again, with a last line of its own. */
function longText(): string {
	const folder = 'decks/docker.zh-Hant';
	const notes = readdirSync(folder)
		.filter((name) => /^\d.*\.md$/.test(name))
		.map((name) => readFileSync(`${folder}/${name}`, 'utf8').replace(/^---\n[^]*?\n---\n/, ''))
		.join('\n\n');
	const times = Math.ceil(500_000 / Buffer.byteLength(notes));
	return `${Array.from({ length: times }, () => notes).join('\n\n')}\n\n# End\n\nThe very end of it.\n`;
}
