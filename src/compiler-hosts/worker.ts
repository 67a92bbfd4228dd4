import type { MathRenderer } from '#compiler/compilation.ts';
import { newCompileCache } from '#compiler/compile-cache.ts';
import { compileNotes } from '#compiler/compile-notes.ts';
import { renderNote, type RenderedNote } from '#compiler/render-note.ts';
import { mintCardId } from './mint-card-id.ts';
import type { NoteToRender, WorkerRequest, WorkerResponse } from './worker-messages.ts';

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
		if (request.type === 'render') return { type: 'rendered', rendered: render(request.note) };
		const options = { ...request.options, ...(renderMath && { renderMath }), cache };
		if (request.type === 'try') {
			return { type: 'tried', hasMath: compileNotes([request.file], options).hasMath };
		}
		const minting = request.options.isDerivingIds === true ? {} : { mintCardId };
		return { type: 'compiled', compilation: compileNotes(request.files, { ...options, ...minting }) };
	} catch (error) {
		return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
	}
}

function render({ file, lang, markdown, images = {} }: NoteToRender): RenderedNote {
	const known = new Map(Object.entries(images).map(([address, hash]) => [address, { hash }]));
	return renderNote({ path: file, text: markdown }, { lang, images: known, renderMath });
}

let renderMath: MathRenderer | undefined;

/** See math.ts. */
async function loadMath(url: string): Promise<void> {
	await import(/* @vite-ignore */ url);
	renderMath = (globalThis as { readonly deckhandRenderMath?: MathRenderer }).deckhandRenderMath;
}
