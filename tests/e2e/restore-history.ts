import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';

const dayMs = 86_400_000;
const cardsReviewed = 60;
const daysBack = 120;

/**
 * Brings four months of reviews into the app, the way a person would: by a backup file, made of one that the app wrote.
 * The first three cards are forgotten again and again, the first two of them always on the same days.
 * @param path where the app's own file may be put
 */
export async function restoreHistory(page: Page, path: string): Promise<void> {
	await page.goto('/settings');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: /^(Export backup|匯出備份)$/ }).click();
	await (await download).saveAs(path);
	const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n').slice(0, -1);
	const ids = lines.flatMap((line) => {
		const record = JSON.parse(line) as { readonly t: string; readonly id: string };
		return record.t === 'card' ? [record.id] : [];
	});
	const events = ids.slice(0, cardsReviewed).flatMap(eventsOf);
	const body = [...lines, ...events.map((event) => JSON.stringify({ t: 'event', ...event }))];
	const counts = { deck: 0, card: 0, asset: 0, event: 0, setting: 0 };
	for (const line of body.slice(1)) counts[(JSON.parse(line) as { t: keyof typeof counts }).t]++;
	const text = `${body.join('\n')}\n`;
	const end = JSON.stringify({ t: 'end', counts, sha256: createHash('sha256').update(text).digest('hex') });
	await page.setInputFiles('input[type=file]', {
		name: 'history.deckhand.ndjson.gz',
		mimeType: 'application/gzip',
		buffer: gzipSync(`${text}${end}\n`)
	});
	await page.getByRole('dialog').getByRole('button').first().click();
	await expect(page.getByRole('status').filter({ hasText: /Restored|還原完成/ })).toBeVisible({
		timeout: 30_000
	});
}

function eventsOf(cardId: string, card: number) {
	const today = Math.floor(Date.now() / dayMs);
	const isBad = card < 3;
	const events = [];
	let day = today - daysBack + (isBad ? 0 : Math.floor(card / 2));
	let interval = 0;
	for (let number = 0; day <= today; number++) {
		const isForgotten = isBad ? number % 2 === 1 : (card * 7 + number * 3) % 11 === 1;
		const next = isForgotten || isBad ? 3 : Math.max(1, Math.round(interval * 2.3));
		const at = day * dayMs + (6 + ((card * 5 + number) % 14)) * 3_600_000 + card * 1_000;
		const hex = at.toString(16).padStart(12, '0');
		events.push({
			id: `${hex.slice(0, 8)}-${hex.slice(8)}-7${number.toString(16).padStart(3, '0')}-8000-${card.toString(16).padStart(12, '0')}`,
			deviceId: 'e2e0e2e0e2e0e2e0',
			cardId,
			type: 'review',
			at,
			hlc: at,
			tzOffset: 0,
			day,
			payload: {
				rating: isForgotten ? 1 : number % 5 === 4 ? 4 : 3,
				tookMs: 3_000 + ((card * 977 + number * 1_311) % 14_000),
				mode: 'normal',
				intervalDays: next,
				desiredRetention: 0.9,
				parametersId: 'fsrs-6',
				prefix: { count: 0, xor: '0000000000000000' }
			},
			v: 1
		});
		interval = next;
		day += next;
	}
	return events;
}
