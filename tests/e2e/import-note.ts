import { expect, type Page } from '@playwright/test';

/**
 * Imports a note as a person would, or a new version of it.
 * @param files beside it: pictures
 * @param server where the app is, if not where the tests' own is
 */
export async function importNote(
	page: Page,
	name: string,
	markdown: string,
	files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[] = [],
	server = ''
): Promise<void> {
	await page.goto(`${server}/import`);
	await page.setInputFiles('input[multiple]', [
		{ name, mimeType: 'text/markdown', buffer: Buffer.from(markdown) },
		...files
	]);
	await page
		.getByRole('button', { name: /^(Keep these cards$|Update )/ })
		.first()
		.click();
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
}
