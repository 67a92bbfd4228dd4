import type { NoteCache } from '#compiler/compile-note.ts';
import { compileNotes } from '#compiler/compile-notes.ts';
import { mintCardId } from './mint-card-id.ts';
import type { WorkerRequest, WorkerResponse } from './worker-messages.ts';

/** The compiler off the main thread. `worker-client.ts` starts it, and stops it when one file takes too long. */
const cache: NoteCache = new Map();

addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
	postMessage(answer(event.data));
});
postMessage({ type: 'ready' } satisfies WorkerResponse);

function answer(request: WorkerRequest): WorkerResponse {
	try {
		if (request.type === 'try') {
			compileNotes([request.file], { ...request.options, cache });
			return { type: 'tried' };
		}
		const compilation = compileNotes(request.files, { ...request.options, cache, mintCardId });
		return { type: 'compiled', compilation };
	} catch (error) {
		return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
	}
}
