import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** What a trace says of one script. */
interface Compiled {
	readonly name: string;
	readonly args: { readonly data?: Readonly<Record<string, unknown>> };
}

const scriptsOf = (page: string) =>
	Array.from(
		readFileSync(join('build', page), 'utf8').matchAll(/<link rel="preload" as="script"[^>]*href="([^"]+)"/g),
		([, href = '']) => href
	);
/** The largest of them. */
const startFile = () =>
	scriptsOf('review.html')
		.map((href) => ({ href, text: readFileSync(join('build', href), 'utf8') }))
		.reduce((a, b) => (a.text.length > b.text.length ? a : b));

test('a review names few files, and all that it loads before the first card', async ({ page }) => {
	const named = scriptsOf('review.html');
	expect(named.length).toBeLessThanOrEqual(4);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto('/review');
	await page.getByRole('region', { name: 'Question' }).waitFor();
	for (const script of named) expect(asked.filter((path) => path === script)).toHaveLength(1);
});

test('the file the app starts with is found compiled at later starts', async ({ page, context }) => {
	const { href, text } = startFile();
	expect(text).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
	await page.goto('/review');
	await page.getByRole('region', { name: 'Question' }).waitFor();
	await page.evaluate(async () => navigator.serviceWorker.ready);
	const start = async () => {
		const tab = await context.newPage();
		const session = await context.newCDPSession(tab);
		const events: Compiled[] = [];
		session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Compiled[])));
		await session.send('Tracing.start', { categories: 'v8,devtools.timeline' });
		await tab.goto('/review');
		await tab.getByRole('region', { name: 'Question' }).waitFor();
		// The code is kept some time after the start.
		await tab.waitForTimeout(1_000);
		const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
		await session.send('Tracing.end');
		await ended;
		await tab.close();
		return events.find(
			({ name, args }) => name === 'v8.compileModule' && String(args.data?.url).endsWith(href)
		);
	};
	await expect
		.poll(async () => (await start())?.args.data?.consumedCacheSize, { timeout: 40_000 })
		.toBeGreaterThan(300_000);
});
