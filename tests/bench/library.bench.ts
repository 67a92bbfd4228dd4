import { withBenchPage, type Call } from './bench-page.ts';
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
	await withBenchPage<LibraryPage>('library-page.ts', print, async (call) => {
		const small = await measure(call, 'small', { ...sizes, cards: 1_000, events: 10_000 }, print);
		const large = await measure(call, 'large', sizes, print);
		compare(small, large, print);
	});
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
	call: Call<LibraryPage>,
	name: string,
	sizes: Sizes,
	print: (line: string) => void
): Promise<Measured> {
	const { cards, events } = sizes;
	print(`library of ${cards} cards, ${events} events`);
	await call('open', name);
	print(`  install ${ms(await call('install', cards))}`);
	const parse = await call('parseOnly', events, cards);
	const restore = await call('restore', events, cards);
	print(
		`  restore ${ms(restore)}, ${ratio(restore, parse)} of reading and parsing the file (${ms(parse)}; target 3)`
	);
	const open = await call('open', name);
	const { ours, floor } = await call('answers', sizes.answers);
	for (const [label, share] of [
		['median', 0.5],
		['p95', 0.95]
	] as const)
		print(
			`  answer ${label} ${ms(quantile(ours, share))}, ${ratio(quantile(ours, share), quantile(floor, share))} of raw IndexedDB (${ms(quantile(floor, share))}; target 1.9)`
		);
	const reads = await call('reads');
	print(
		`  reads ${Object.entries(reads)
			.map(([what, time]) => `${what} ${ms(time)}`)
			.join(', ')}`
	);
	const verified = await call('verify');
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

const quantile = (values: readonly number[], share: number) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

const ms = (value: number) => (value < 100 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`);
const ratio = (a: number, b: number) => `×${(a / b).toFixed(2)}`;
