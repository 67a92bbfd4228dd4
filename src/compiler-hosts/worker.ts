import type { MathRenderer } from '#compiler/compilation.ts';
import { newCompileCache } from '#compiler/compile-cache.ts';
import { compileNotes } from '#compiler/compile-notes.ts';
import { mintCardId } from './mint-card-id.ts';
import type { WorkerRequest, WorkerResponse } from './worker-messages.ts';

/** The compiler off the main thread. `worker-client.ts` starts it, and stops it when one file takes too long. */
const cache = newCompileCache();

addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
	void answer(event.data).then((response) => postMessage(response));
});
postMessage({ type: 'ready' } satisfies WorkerResponse);

async function answer(request: WorkerRequest): Promise<WorkerResponse> {
	try {
		if (request.type === 'load-math') {
			await loadMath(request.url);
			return { type: 'done' };
		}
		const options = { ...request.options, ...(renderMath && { renderMath }), cache };
		if (request.type === 'try') {
			return { type: 'tried', hasMath: compileNotes([request.file], options).hasMath };
		}
		return { type: 'compiled', compilation: compileNotes(request.files, { ...options, mintCardId }) };
	} catch (error) {
		return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
	}
}

let renderMath: MathRenderer | undefined;

/** See math.ts. */
async function loadMath(url: string): Promise<void> {
	await import(/* @vite-ignore */ url);
	renderMath = (globalThis as { readonly deckhandRenderMath?: MathRenderer }).deckhandRenderMath;
}
