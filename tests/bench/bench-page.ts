import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { launchOptions } from '../e2e/browser.ts';

/** Calls a function of the page by its name. */
export type Call<Calls> = <Name extends keyof Calls>(
	name: Name,
	...args: Calls[Name] extends (...list: infer Args) => unknown ? Args : never
) => Promise<Calls[Name] extends (...list: never[]) => infer Result ? Awaited<Result> : never>;

/**
 * A module in a real browser, on a real disk.
 * @param entry in this folder; what it may be asked for it puts into `globalThis.page`
 */
export async function withBenchPage<Calls>(
	entry: string,
	print: (line: string) => void,
	run: (call: Call<Calls>) => Promise<void>
): Promise<void> {
	const profile = await mkdtemp(join(tmpdir(), 'deckhand-bench-'));
	const server = await serve(await bundle(entry));
	const context = await chromium.launchPersistentContext(profile, { ...launchOptions, headless: true });
	try {
		const page = await context.newPage();
		page.on('console', (message) => print(`  browser: ${message.text()}`));
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		await run(callsOf(page));
	} finally {
		await context.close();
		server.close();
		await rm(profile, { recursive: true, force: true });
	}
}

const callsOf = <Calls>(page: Page): Call<Calls> =>
	((method: string, ...args: unknown[]) =>
		page.evaluate(
			([name, given]) =>
				(globalThis as unknown as { page: Record<string, (...list: unknown[]) => unknown> }).page[name]?.(
					...given
				),
			[method, args] as const
		)) as Call<Calls>;

/** @param entry in this folder */
export async function bundle(entry: string): Promise<string> {
	const output = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			lib: { entry: join(import.meta.dirname, entry), formats: ['es'] },
			// One file is all that is served.
			rolldownOptions: { output: { codeSplitting: false } }
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
