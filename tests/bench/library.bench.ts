import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { launchOptions } from '../e2e/browser.ts';
import type { LibraryPage } from './library-page.ts';

/**
 * The library in a real browser, on a real disk: one answer beside the same answer without any library, installing,
 * restoring, and how much of it depends on the size of what is stored.
 * @param sizes cards and events of the large library
 */
export async function benchLibrary(
	print: (line: string) => void,
	sizes = { cards: 100_000, events: 1_000_000, answers: 200 }
): Promise<void> {
	const profile = await mkdtemp(join(tmpdir(), 'deckhand-bench-'));
	const server = await serve(await bundle());
	const context = await chromium.launchPersistentContext(profile, { ...launchOptions, headless: true });
	try {
		const page = await context.newPage();
		page.on('console', (message) => print(`  browser: ${message.text()}`));
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		const small = await measure(page, 'small', { ...sizes, cards: 1_000, events: 10_000 }, print);
		const large = await measure(page, 'large', sizes, print);
		compare(small, large, print);
	} finally {
		await context.close();
		server.close();
		await rm(profile, { recursive: true, force: true });
	}
}

interface Measured {
	readonly open: number;
	readonly answer: number;
	readonly reads: Readonly<Record<string, number>>;
}

interface Sizes {
	readonly cards: number;
	readonly events: number;
	readonly answers: number;
}

async function measure(
	page: Page,
	name: string,
	sizes: Sizes,
	print: (line: string) => void
): Promise<Measured> {
	const { cards, events } = sizes;
	print(`library of ${cards} cards, ${events} events`);
	await call(page, 'open', name);
	print(`  install ${ms(await call(page, 'install', cards))}`);
	const parse = await call(page, 'parseOnly', events, cards);
	const restore = await call(page, 'restore', events, cards);
	print(
		`  restore ${ms(restore)}, ${ratio(restore, parse)} of reading and parsing the file (${ms(parse)}; target 3)`
	);
	const open = await call(page, 'open', name);
	const { ours, floor } = await call(page, 'answers', sizes.answers);
	for (const [label, share] of [
		['median', 0.5],
		['p95', 0.95]
	] as const)
		print(
			`  answer ${label} ${ms(quantile(ours, share))}, ${ratio(quantile(ours, share), quantile(floor, share))} of raw IndexedDB (${ms(quantile(floor, share))}; target 1.9)`
		);
	const reads = await call(page, 'reads');
	print(
		`  reads ${Object.entries(reads)
			.map(([what, time]) => `${what} ${ms(time)}`)
			.join(', ')}`
	);
	const verified = await call(page, 'verify');
	print(
		`  verify ${ms(verified.ms)}: ${verified.isSound ? 'sound' : 'NOT SOUND'}, ${verified.events} events`
	);
	return { open, answer: quantile(ours, 0.5), reads };
}

function compare(small: Measured, large: Measured, print: (line: string) => void): void {
	print('size independence, large / small (target 1.1)');
	print(`  open ${ratio(large.open, small.open)}, answer ${ratio(large.answer, small.answer)}`);
	for (const [what, time] of Object.entries(large.reads))
		print(`  ${what} ${ratio(time, small.reads[what] ?? 0)}`);
}

type Calls = { readonly [Name in keyof LibraryPage]: LibraryPage[Name] };

const call = <Name extends keyof Calls>(page: Page, name: Name, ...args: Parameters<Calls[Name]>) =>
	page.evaluate(
		([method, given]) =>
			(globalThis as unknown as { page: Record<string, (...list: unknown[]) => unknown> }).page[method]?.(
				...given
			),
		[name, args] as const
	) as ReturnType<Calls[Name]>;

async function bundle(): Promise<string> {
	const output = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			lib: { entry: join(import.meta.dirname, 'library-page.ts'), formats: ['es'] }
		}
	});
	const [first] = [output].flat() as Rolldown.RolldownOutput[];
	return first?.output[0].code ?? '';
}

function serve(script: string): Promise<Server> {
	const server = createServer((request, response) => {
		const isScript = request.url === '/page.js';
		response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
		response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
	});
	return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const quantile = (values: readonly number[], share: number) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

const ms = (value: number) => (value < 100 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`);
const ratio = (a: number, b: number) => `×${(a / b).toFixed(2)}`;
