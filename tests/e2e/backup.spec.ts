import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { pastDoubleTap } from './past-double-tap.ts';

test('a backup restores everything into an empty library, once', async ({ page, browser }, info) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	for (let done = 1; done <= 2; done++) {
		await page.getByRole('button', { name: 'Show answer' }).click();
		await pastDoubleTap(page);
		await page.getByRole('button', { name: 'Easy' }).click();
		await expect(page.getByRole('progressbar')).toHaveAttribute('value', String(done));
	}
	const file = await exportTo(page, info.outputPath('backup.deckhand.ndjson.gz'));
	const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({ t: 'header', format: 'deckhand-backup', version: 1 });
	expect(lines.filter((line) => line.startsWith('{"t":"event"'))).toHaveLength(2);

	const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
	await other.goto(info.project.use.baseURL ?? '');
	await restore(other, file);
	await expect(other.getByRole('dialog')).toContainText('2 log events');
	await other.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(other.getByRole('status').filter({ hasText: 'Restored: 2' })).toBeVisible();
	await restore(other, file);
	await expect(other.getByRole('dialog')).toContainText('New here: 0 log events');
	await other.getByRole('button', { name: 'Restore', exact: true }).click();
	await other.goto(info.project.use.baseURL ?? '');
	await expect(other.getByText('2 reviews done today')).toBeVisible();
	await other.context().close();
});

test('a cut-off, an altered and a newer file are refused with the reason', async ({ page }, info) => {
	await page.goto('/settings');
	const whole = gunzipSync(readFileSync(await exportTo(page, info.outputPath('whole.gz')))).toString('utf8');
	const files: readonly (readonly [string, string, RegExp])[] = [
		['cut', whole.slice(0, Math.floor(whole.length / 2)), /cut off|Line \d+ is not/],
		['altered', whole.replace('Docker', 'Pocker'), /altered or damaged/],
		['newer', whole.replace('"version":1', '"version":2'), /newer version/],
		['other', '{"hello":1}\n', /not a Deckhand backup/]
	];
	for (const [name, text, reason] of files) {
		await page.setInputFiles('input[type=file]', {
			name: `${name}.ndjson.gz`,
			mimeType: 'application/gzip',
			buffer: gzipSync(text)
		});
		await expect(page.getByRole('alert')).toContainText(reason);
		await expect(page.getByRole('alert')).toContainText('nothing was changed');
	}
});

async function exportTo(page: Page, path: string): Promise<string> {
	await page.goto('/settings');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export backup' }).click();
	await (await download).saveAs(path);
	await expect(page.getByRole('status').filter({ hasText: 'Backup written' })).toBeVisible();
	return path;
}

async function restore(page: Page, file: string) {
	await page.goto('/settings');
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Restore backup' }).click();
	await (await chooser).setFiles(file);
}
