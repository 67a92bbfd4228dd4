import type { Compilation } from '#compiler/compilation.ts';
import type { RawFile } from '#compiler-hosts/decode-notes.ts';
import { compileInWorker } from '#compiler-hosts/worker-client.ts';
import type { WorkerCompileOptions } from '#compiler-hosts/worker-messages.ts';
import workerUrl from '#compiler-hosts/worker.ts?worker&url';
import { trustedScriptUrl } from './trusted-script-url.ts';

/** Compiles notes on this device, off the main thread. Rejects with the signal's reason, or when the worker cannot run. */
export const compileInApp = (
	files: readonly RawFile[],
	options: WorkerCompileOptions,
	signal?: AbortSignal
): Promise<Compilation> => compileInWorker(startWorker, files, options, signal);

const startWorker = () => new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
