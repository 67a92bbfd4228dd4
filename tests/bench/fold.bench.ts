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
		const perReview = (values: readonly number[]) =>
			`${((median(values) / reviews) * 1e6).toFixed(0)} ns a review`;
		const ratio = (values: readonly number[], floor: readonly number[]) =>
			median(values.map((value, round) => value / (floor[round] ?? NaN))).toFixed(2);
		print(`fold of ${reviews} reviews (grouped, ordered, marks checked): ${perReview(times.fold)}`);
		print(
			`  ${ratio(times.fold, times.nextState)}x a next_state loop (${perReview(times.nextState)}; target 2)`
		);
		print(
			`  ${ratio(times.fold, times.typedArray)}x a typed-array FSRS-6 loop (${perReview(times.typedArray)})`
		);
		print(
			`  read as it was written, the cards in turn: ${ratio(times.scattered, times.nextState)}x (${perReview(times.scattered)})`
		);
		print(`  one event after the other (append): ${perReview(times.append)}`);
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
