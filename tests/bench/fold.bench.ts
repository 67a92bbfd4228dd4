import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { FoldTimes } from './fold-worker.ts';
import { median } from './median.ts';

/**
 * The fold of a whole log in a worker, beside a bare loop of ts-fsrs's `next_state` and one of FSRS-6 on typed arrays, over
 * the same reviews, turn about.
 */
export async function benchFold(
	print: (line: string) => void,
	{ reviews = 1_000_000, rounds = 5 } = {}
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'deckhand-bench-'));
	try {
		const times = await runWorker(await bundle(folder), { reviews, rounds });
		const perReview = (values: readonly number[]) => ((median(values) / reviews) * 1e6).toFixed(0);
		const ratio = (values: readonly number[], floor: readonly number[]) =>
			median(values.map((value, round) => value / (floor[round] ?? NaN))).toFixed(2);
		print(
			`${reviews} reviews, ns each: next_state loop ${perReview(times.nextState)}, typed-array FSRS-6 loop ${perReview(times.typedArray)}`
		);
		for (const [what, of] of [
			['fold of the log as it was written (replay)', times.fold],
			['fold card by card, as histories are stored (library)', times.cardByCard]
		] as const) {
			print(`  ${what}: ${perReview(of)}`);
			print(`    ${ratio(of, times.nextState)}x the bare next_state loop (target 2)`);
			print(`    ${ratio(of, times.typedArray)}x the typed-array FSRS-6 loop`);
		}
		print(`  cards that disagree with next_state by more than 1e-6: ${times.disagreements} (target 0)`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Built as the app is, so that what is measured is what runs. */
async function bundle(folder: string): Promise<string> {
	await build({
		configFile: false,
		logLevel: 'error',
		build: {
			ssr: join(import.meta.dirname, 'fold-worker.ts'),
			outDir: folder,
			emptyOutDir: false,
			rolldownOptions: { output: { entryFileNames: 'fold-worker.mjs' } }
		},
		ssr: { noExternal: true }
	});
	return join(folder, 'fold-worker.mjs');
}

function runWorker(file: string, workerData: object): Promise<FoldTimes> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: 4_096 } });
		worker.once('message', resolve);
		worker.once('error', reject);
	});
}
