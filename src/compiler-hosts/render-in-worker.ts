import type { RenderedNote } from '#compiler/render-note.ts';
import mathUrl from './math.ts?worker&url';
import { BudgetedWorker } from './worker-client.ts';
import type { NoteToRender } from './worker-messages.ts';

/** Even a note of half a megabyte is rendered by then on a slow phone. */
const budgetMs = 20_000;

/** A kept note for reading, rendered off the main thread. Rejects with the signal's reason, or with what went wrong. */
export async function renderInWorker(
	createWorker: () => Worker,
	note: NoteToRender,
	signal: AbortSignal
): Promise<RenderedNote> {
	const worker = new BudgetedWorker(createWorker, signal);
	const render = async (): Promise<RenderedNote> => {
		const response = await worker.ask({ type: 'render', note }, budgetMs);
		if (response?.type !== 'rendered') throw new Error('The note could not be rendered in time.');
		return response.rendered;
	};
	try {
		const rendered = await render();
		if (!rendered.hasMath) return rendered;
		await worker.ask({ type: 'load-math', url: mathUrl }, budgetMs);
		return await render();
	} finally {
		worker.stop();
	}
}
