import { expect, test, type Page } from '@playwright/test';
import { importNote } from './import-note.ts';
import { pastDoubleTap } from './past-double-tap.ts';

const ships = `# Ships

- Q: What is a bollard?

  - A short post on a quay

- Q: What is a fender?

  - A cushion between ship and quay

- Q: What is a hawser?

  - A thick rope for mooring
`;

/** The interface in another language; the review goes on where it was. */
async function speak(page: Page, locale: 'en' | 'zh-Hant') {
	await page.evaluate((chosen) => localStorage.setItem('PARAGLIDE_LOCALE', chosen), locale);
	await page.reload();
}

const question = (page: Page) => page.getByRole('region', { name: 'Question' });
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const progress = (page: Page) => page.getByRole('progressbar', { name: 'Session progress' });

/** @param options as they are kept under Settings */
async function openShips(page: Page, options: Readonly<Record<string, unknown>> = {}) {
	await page.addInitScript(
		(stored) => localStorage.setItem('deckhand.review', stored),
		JSON.stringify(options)
	);
	await importNote(page, 'ships.md', ships);
	await page.goto('/review?deck=notes-ships');
	await expect(question(page)).toBeVisible();
}

test('a whole session by keyboard alone, from its beginning to its end', async ({ page }) => {
	await openShips(page);
	for (let done = 1; done <= 3; done++) {
		await page.keyboard.press(done === 2 ? 'Enter' : 'Space');
		await expect(answer(page)).toBeFocused();
		await pastDoubleTap(page);
		await page.keyboard.press('4');
		if (done < 3) await expect(progress(page)).toHaveAttribute('value', String(done));
	}
	await expect(page.getByRole('heading', { name: 'Done' })).toBeFocused();
	const back = page.getByRole('link', { name: 'Back to Today' });
	for (let tab = 0; tab < 10; tab++) {
		if (await back.evaluate((link) => link === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(back).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/');
});

test('what else can be done with a card is reached by keyboard alone', async ({ page }) => {
	await openShips(page);
	await button(page, 'More').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(button(page, 'Edit card')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(button(page, 'Edit card')).toBeHidden();
	await page.keyboard.press('e');
	await expect(page.getByRole('dialog', { name: 'Edit card' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.press('s');
	await expect(page.getByRole('status').filter({ hasText: 'Suspended' })).toBeAttached();
});

test('a whole session by roles and names alone', async ({ page }) => {
	await openShips(page);
	for (let done = 0; done < 3; done++) {
		await expect(page.getByRole('main')).toMatchAriaSnapshot(`
			- heading "Review" [level=1]
			- link "End session"
			- progressbar "Session progress"
			- button "Undo"
			- article:
			  - region "Question"
			- button "Hint"
			- button "Show answer"
			- button "More"
		`);
		await button(page, 'Show answer').click();
		await expect(page.getByRole('main')).toMatchAriaSnapshot(`
			- article:
			  - region "Question"
			  - region "Answer"
			- group "How well did you recall it?":
			  - button "Again"
			  - button "Hard"
			  - button "Good"
			  - button "Easy"
			- button "More"
		`);
		await expect(button(page, 'Easy')).toHaveAccessibleDescription(/days/);
		await pastDoubleTap(page);
		await button(page, 'Easy').click();
		if (done < 2) await expect(page.getByRole('status').filter({ hasText: 'Easy, next in' })).toBeAttached();
	}
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- heading "Done" [level=1]
		- paragraph
		- paragraph:
		  - link "Back to Today"
	`);
});

test('two taps with a finger show the answer and rate nothing; a later one rates', async ({ page }) => {
	// However slow this machine is, no time passes between the two taps.
	await page.clock.install();
	await openShips(page);
	const box = await button(page, 'Show answer').boundingBox();
	if (box === null) throw new Error('There is a button.');
	const tap = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
	await page.clock.pauseAt(new Date(Date.now() + 60_000));
	await tap();
	await tap();
	await expect(answer(page)).toBeVisible();
	await page.clock.runFor(200);
	await tap();
	await expect(progress(page)).toHaveAttribute('value', '0');
	await page.clock.runFor(300);
	await tap();
	await expect(progress(page)).toHaveAttribute('value', '1');
});

test('a swipe across the answer rates, where that is switched on', async ({ page }) => {
	await openShips(page, { isSwipeOn: true });
	await button(page, 'Show answer').click();
	await pastDoubleTap(page);
	await drag(page, 100, 140);
	await expect(progress(page)).toHaveAttribute('value', '0');
	await drag(page, 60, 300);
	await expect(progress(page)).toHaveAttribute('value', '1');
	await expect(page.getByRole('status').filter({ hasText: 'Good, next in' })).toBeAttached();
	await button(page, 'Show answer').click();
	await pastDoubleTap(page);
	await drag(page, 300, 60);
	await expect(page.getByRole('status').filter({ hasText: 'Again, next in' })).toBeAttached();
});

/** A finger, across the answer. */
async function drag(page: Page, from: number, to: number) {
	const box = await answer(page).boundingBox();
	const y = (box?.y ?? 0) + 30;
	const session = await page.context().newCDPSession(page);
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
	await send('touchStart', from);
	for (let step = 1; step <= 4; step++) await send('touchMove', from + ((to - from) * step) / 4);
	await send('touchEnd');
	await session.detach();
}

test('for the left hand, the buttons are mirrored', async ({ page }) => {
	await openShips(page, { isLeftHanded: true });
	const left = async (name: string) => (await button(page, name).boundingBox())?.x ?? NaN;
	expect(await left('More')).toBeLessThan(await left('Show answer'));
	await button(page, 'Show answer').click();
	expect(await left('Easy')).toBeLessThan(await left('Again'));
	expect(await left('More')).toBeLessThan(await left('Easy'));
});

test('keys of one’s own work, and those they replace do not', async ({ page }) => {
	await openShips(page, { keys: { show: 'x', good: 'g' } });
	await page.keyboard.press('Space');
	await expect(answer(page)).toHaveCount(0);
	await page.keyboard.press('x');
	await expect(answer(page)).toBeFocused();
	await pastDoubleTap(page);
	await page.keyboard.press('3');
	await page.keyboard.press('g');
	await expect(page.getByRole('status').filter({ hasText: 'Good, next in' })).toBeAttached();
	await expect(progress(page)).toHaveAttribute('value', '1');
});

test('keys of an input method that is composing rate nothing', async ({ page }) => {
	await openShips(page);
	await button(page, 'Show answer').click();
	await pastDoubleTap(page);
	const press = (isComposing: boolean) =>
		answer(page).evaluate(
			(face, composing) =>
				face.dispatchEvent(
					new KeyboardEvent('keydown', { key: '3', isComposing: composing, bubbles: true, cancelable: true })
				),
			isComposing
		);
	// True: nobody took the key.
	expect(await press(true)).toBe(true);
	await expect(progress(page)).toHaveAttribute('value', '0');
	expect(await press(false)).toBe(false);
	await expect(progress(page)).toHaveAttribute('value', '1');
});

test('Enter that ends a composition in a typed answer does not show the answer', async ({ page }) => {
	await importNote(page, 'commands.md', '# Commands\n\n```sh\n# list the containers\ndocker ps\n```\n');
	await page.goto('/review?deck=notes-commands');
	const entry = page.getByLabel('Your command');
	await entry.focus();
	const session = await page.context().newCDPSession(page);
	await session.send('Input.imeSetComposition', { text: 'docker', selectionStart: 6, selectionEnd: 6 });
	await entry.evaluate((field) =>
		field.dispatchEvent(
			new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })
		)
	);
	await session.send('Input.insertText', { text: 'docker ps' });
	await expect(entry).toHaveValue('docker ps');
	await expect(answer(page)).toHaveCount(0);
	await entry.press('Enter');
	await expect(page.getByText('The same command.')).toBeVisible();
});

test('a picture grows, by button and by key, and goes back', async ({ page }) => {
	const buffer = Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	);
	const note = '# Piers\n\n- Q: What does the pier look like?\n\n  ![Two piers](pier.png)\n';
	await importNote(page, 'piers.md', note, [{ name: 'pier.png', mimeType: 'image/png', buffer }]);
	await page.goto('/review?deck=notes-piers');
	await button(page, 'Show answer').click();
	await button(page, 'Enlarge picture: Two piers').click();
	const dialog = page.getByRole('dialog');
	const picture = dialog.getByRole('img', { name: 'Two piers' });
	const width = async () => (await picture.boundingBox())?.width ?? 0;
	const before = await width();
	await page.keyboard.press('+');
	await expect.poll(width).toBeGreaterThan(before);
	await page.keyboard.press('0');
	await expect.poll(width).toBe(before);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(answer(page)).toBeVisible();
});

test('a card whose answer changed says so until it is answered once, and shows the difference', async ({
	page
}) => {
	const note = (material: string) =>
		`# Ropes\n\n- Q: What is the head line made of?\n\n  - It is ${material}\n`;
	await importNote(page, 'ropes.md', note('hemp, and tarred'));
	await page.goto('/review?deck=notes-ropes');
	await button(page, 'Show answer').click();
	await pastDoubleTap(page);
	await button(page, 'Again').click();
	await expect(page.getByRole('status').filter({ hasText: 'Again, next in' })).toBeAttached();
	await importNote(page, 'ropes.md', note('nylon, and tarred'));

	await page.goto('/review?deck=notes-ropes');
	await expect(page.getByText(/^The answer changed on /)).toBeVisible();
	await expect(page.getByText('What changed')).toHaveCount(0);
	await button(page, 'Show answer').click();
	await page.getByText('What changed').click();
	await expect(page.getByRole('deletion')).toHaveText('removed: hemp');
	await expect(page.getByRole('insertion')).toHaveText('added: nylon');

	await speak(page, 'zh-Hant');
	await expect(page.getByText(/^這一題的答案在 2\d{3}年\d+月\d+日 改過。$/)).toBeVisible();
	await page.getByText('改了什麼').click();
	await expect(page.getByRole('deletion')).toHaveText(/hemp$/);
	await expect(page.getByRole('insertion')).toHaveText(/nylon$/);
	await page.screenshot({ path: 'tests/artefacts/text-changed-zh-Hant.png' });
	await speak(page, 'en');

	await expect(answer(page)).toBeVisible();
	await pastDoubleTap(page);
	await button(page, 'Again').click();
	await expect(progress(page)).toHaveAttribute('value', '1');
	await expect(page.getByText(/^The answer changed on /)).toHaveCount(0);
});
