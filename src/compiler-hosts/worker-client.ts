import type { Compilation, NoteFile } from '#compiler/compilation.ts';
import { diagnose, type Diagnostic } from '#compiler/diagnostics.ts';
import type { Asset } from '#deck/deck.ts';
import mathUrl from './math.ts?worker&url';
import { storeImage } from './store-image.ts';
import { decodeNotes, type RawFile } from './decode-notes.ts';
import type { WorkerCompileOptions, WorkerRequest, WorkerResponse } from './worker-messages.ts';

/** What one file may take; more means a text made to stall the compiler, or one too large for a phone. */
const fileBudgetMs = 2_000;

/**
 * Compiles files in a worker. A file that is not UTF-8, too large or too slow is reported and left out; the others
 * compile. Files that are no notes are pictures that the notes may show. Rejects only with the signal's reason, or when
 * the worker itself cannot run.
 */
export async function compileInWorker(
	createWorker: () => Worker,
	files: readonly RawFile[],
	options: WorkerCompileOptions,
	signal?: AbortSignal
): Promise<Compilation> {
	const { notes, refusals } = decodeNotes(files.filter(isNote));
	const images = await imagesOf(files, options.images);
	const worker = new BudgetedWorker(createWorker, signal);
	try {
		const { quick, slow, hasMath } = await tryEach(worker, notes, options);
		if (hasMath) await worker.ask({ type: 'load-math', url: mathUrl }, startUpMs);
		const budgetMs = fileBudgetMs * (quick.length + 1);
		const response = await worker.ask(
			{ type: 'compile', files: quick, options: { ...options, images } },
			budgetMs
		);
		if (response?.type !== 'compiled') throw new Error('The compiler gave no answer.');
		const { compilation } = response;
		return { ...compilation, diagnostics: [...refusals, ...slow, ...compilation.diagnostics] };
	} finally {
		worker.stop();
	}
}

const isNote = ({ path }: RawFile): boolean => /\.(?:md|markdown|txt)$/i.test(path);

async function imagesOf(
	files: readonly RawFile[],
	known: WorkerCompileOptions['images']
): Promise<ReadonlyMap<string, Asset>> {
	const images = new Map(known);
	for (const file of files.filter((one) => !isNote(one))) {
		const asset = await storeImage(new Uint8Array(file.bytes));
		if (asset !== undefined) images.set(file.path, asset);
	}
	return images;
}

/** One file after another, so that a slow one is known by name; what is quick is in the worker's cache then. */
async function tryEach(
	worker: BudgetedWorker,
	notes: readonly NoteFile[],
	{ images: _copiedOnceIsEnough, ...options }: WorkerCompileOptions
) {
	const quick: NoteFile[] = [];
	const slow: Diagnostic[] = [];
	let hasMath = false;
	for (const file of notes) {
		const response = await worker.ask({ type: 'try', file, options }, fileBudgetMs);
		if (response === undefined) slow.push(tooSlow(file));
		else quick.push(file);
		if (response?.type === 'tried' && response.hasMath) hasMath = true;
	}
	return { quick, slow, hasMath };
}

const tooSlow = (file: NoteFile): Diagnostic =>
	diagnose('too-slow', { file: file.path, line: 1, column: 1 }, `${fileBudgetMs / 1_000} s`);

/** A worker that is stopped when an answer takes too long; the next question starts a new one. */
export class BudgetedWorker {
	#worker: Worker | undefined;
	readonly #createWorker: () => Worker;
	readonly #signal: AbortSignal | undefined;

	constructor(createWorker: () => Worker, signal: AbortSignal | undefined) {
		this.#createWorker = createWorker;
		this.#signal = signal;
	}

	/** The answer, or undefined when it took more than the budget. */
	async ask(request: WorkerRequest, budgetMs: number): Promise<WorkerResponse | undefined> {
		this.#signal?.throwIfAborted();
		const worker = this.#worker ?? (await this.#start());
		const answer = nextMessage(worker, budgetMs, this.#signal);
		worker.postMessage(request);
		const response = await answer;
		if (response === undefined) this.stop();
		if (response?.type === 'failed') throw new Error(response.message);
		return response;
	}

	stop(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	/** Loading the compiler's code does not count for any file. */
	async #start(): Promise<Worker> {
		this.#worker = this.#createWorker();
		const response = await nextMessage(this.#worker, startUpMs, this.#signal);
		if (response === undefined) throw new Error('The compiler could not be started.');
		return this.#worker;
	}
}

/** Even a slow phone with a cold cache has loaded it by then. */
const startUpMs = 20_000;

/** The worker's next message, or undefined when the budget is used up; rejects on its error and on abort. */
function nextMessage(
	worker: Worker,
	budgetMs: number,
	signal: AbortSignal | undefined
): Promise<WorkerResponse | undefined> {
	return new Promise((resolve, reject) => {
		const settled = new AbortController();
		const settle = (action: () => void): void => {
			clearTimeout(timer);
			settled.abort();
			action();
		};
		const timer = setTimeout(() => settle(() => resolve(undefined)), budgetMs);
		const listen = { signal: settled.signal };
		const fail = (event: ErrorEvent): void =>
			settle(() => reject(new Error(event.message || 'The compiler could not be started.')));
		const abort = (): void => settle(() => reject(signal?.reason as Error));
		worker.addEventListener(
			'message',
			(event: MessageEvent<WorkerResponse>) => settle(() => resolve(event.data)),
			listen
		);
		worker.addEventListener('error', fail, listen);
		signal?.addEventListener('abort', abort, listen);
	});
}
