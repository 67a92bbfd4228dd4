import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Compilation } from '#compiler/compilation.ts';
import { compileNotes } from '#compiler/compile-notes.ts';
import type { DeckId } from '#deck/ids.ts';
import type { RawFile } from './decode-notes.ts';
import { compileInWorker } from './worker-client.ts';
import type { WorkerRequest, WorkerResponse } from './worker-messages.ts';

const options = { deck: { id: 'test' as DeckId } };

/** Answers as the compiler's worker does, in the same thread; a file named `slow.md` is never answered. */
class FakeWorker extends EventTarget {
	static readonly started: FakeWorker[] = [];
	readonly asked: WorkerRequest[] = [];
	isStopped = false;

	constructor(readonly dies = false) {
		super();
		FakeWorker.started.push(this);
		this.#say({ type: 'ready' });
	}

	postMessage(request: WorkerRequest): void {
		this.asked.push(request);
		if (this.dies) {
			queueMicrotask(() =>
				this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
			);
			return;
		}
		if (request.type === 'try' && request.file.path === 'slow.md') return;
		if (request.type === 'try') this.#say({ type: 'tried', hasMath: false });
		if (request.type === 'compile')
			this.#say({ type: 'compiled', compilation: compileNotes(request.files, request.options) });
	}

	terminate(): void {
		this.isStopped = true;
	}

	#say(data: WorkerResponse): void {
		queueMicrotask(() => {
			if (!this.isStopped) this.dispatchEvent(Object.assign(new Event('message'), { data }));
		});
	}
}

const start = () => new FakeWorker() as unknown as Worker;
const file = (path: string, text: string): RawFile => ({ path, bytes: new TextEncoder().encode(text) });
const question = (thing: string) => `- Q: What is the ${thing}?\n\n  - A part of the harbour.`;

beforeEach(() => {
	vi.useFakeTimers();
	FakeWorker.started.length = 0;
});
afterEach(() => vi.useRealTimers());

async function finish(compiling: Promise<Compilation>): Promise<Compilation> {
	await vi.advanceTimersByTimeAsync(60_000);
	return compiling;
}

describe('compiling in a worker', () => {
	test('a file that takes more than two seconds is left out and named; the others compile in a new worker', async () => {
		const files = [file('a.md', question('mole')), file('slow.md', 'x'), file('z.md', question('quay'))];
		const compiling = compileInWorker(start, files, options);
		await vi.advanceTimersByTimeAsync(1_900);
		expect(FakeWorker.started).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(200);
		expect(FakeWorker.started.map(({ isStopped }) => isStopped)[0]).toBe(true);
		const { deck, diagnostics } = await finish(compiling);
		expect(diagnostics).toMatchObject([
			{ code: 'too-slow', severity: 'error', source: { file: 'slow.md', line: 1 } }
		]);
		expect(deck.notes.map((note) => note.file)).toEqual(['a.md', 'z.md']);
		expect(FakeWorker.started).toHaveLength(2);
		expect(FakeWorker.started.every(({ isStopped }) => isStopped)).toBe(true);
	});

	test('a file that is not UTF-8 is reported, and the others compile', async () => {
		const broken = { path: 'broken.md', bytes: Uint8Array.of(0x61, 0xff, 0xfe) };
		const { deck, diagnostics } = await finish(
			compileInWorker(start, [broken, file('a.md', question('mole'))], options)
		);
		expect(diagnostics).toMatchObject([{ code: 'not-utf8', source: { file: 'broken.md' } }]);
		expect(deck.notes.map((note) => note.file)).toEqual(['a.md']);
	});

	test('files that are pictures are handed along by their path, and are no notes', async () => {
		const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
		const files = [file('a.md', '- Q: Where?\n\n  ![map](img/map.png)'), { path: 'img/map.png', bytes: png }];
		const { assets, missingImages, deck } = await finish(compileInWorker(start, files, options));
		expect(deck.notes).toHaveLength(1);
		expect(missingImages).toEqual([]);
		expect(assets).toMatchObject([{ type: 'image/png' }]);
	});

	test('a worker that dies rejects with its message, and is stopped', async () => {
		const compiling = compileInWorker(
			() => new FakeWorker(true) as unknown as Worker,
			[file('a.md', 'x')],
			options
		);
		const caught = expect(compiling).rejects.toThrow('out of memory');
		await vi.advanceTimersByTimeAsync(0);
		await caught;
		expect(FakeWorker.started[0]?.isStopped).toBe(true);
	});

	test('one that is broken off rejects with the reason, and its worker is stopped', async () => {
		const abort = new AbortController();
		const compiling = compileInWorker(start, [file('slow.md', 'x')], options, abort.signal);
		const caught = expect(compiling).rejects.toThrow('not now');
		await vi.advanceTimersByTimeAsync(500);
		abort.abort(new Error('not now'));
		await caught;
		expect(FakeWorker.started[0]?.isStopped).toBe(true);
	});
});
