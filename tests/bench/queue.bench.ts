import { withBenchPage } from './bench-page.ts';
import { median } from './median.ts';
import type { QueuePage } from './queue-page.ts';

/**
 * What a day begins with, in two libraries of which one is a hundred times as large and no more is due: nothing may read
 * all cards.
 */
export async function benchQueue(
	print: (line: string) => void,
	{ small = 1_000, large = 100_000, due = 200, rounds = 15 } = {}
): Promise<void> {
	await withBenchPage<QueuePage>('queue-page.ts', print, async (call) => {
		await call('fill', 'small', { cards: small, due });
		await call('fill', 'large', { cards: large, due });
		// The first round is for the engine to get warm.
		await call('compare', ['small', 'large'], 1);
		const times = await call('compare', ['small', 'large'], rounds);
		print(`${due} of ${large} cards due, beside ${due} of ${small} (target of each ratio 1.5)`);
		for (const [what, pairs] of Object.entries(times)) {
			const ratio = median(pairs.map(([a, b]) => b / a));
			const ms = median(pairs.map(([, b]) => b));
			print(`  ${what} ×${ratio.toFixed(2)} (${ms.toFixed(2)} ms)`);
		}
	});
}
