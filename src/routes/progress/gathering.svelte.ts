import { LibraryError } from '#library/library.ts';
import type { Moment } from '#scheduler/scheduler.ts';
import { trustedScriptUrl } from '../trusted-script-url.ts';
import type { Gathered, GatherRequest, GatherResponse } from './gather-messages.ts';
import workerUrl from './gather-worker.ts?worker&url';

/** What is long is shown: how far it is, and a way to leave it. */
const shownAfterMs = 300;

type Phase = 'gathering' | 'done' | 'cancelled' | 'failed';

/** The log on its way to the charts, in a worker that is stopped when the page is left. */
export class Gathering {
	#phase = $state<Phase>('gathering');
	#gathered = $state.raw<Gathered>();
	#part = $state(0);
	#isLong = $state(false);
	#error = $state.raw<Error>();
	#stop: () => void = () => undefined;

	get phase(): Phase {
		return this.#phase;
	}
	get gathered(): Gathered | undefined {
		return this.#gathered;
	}
	/** 0–1. */
	get part(): number {
		return this.#part;
	}
	get isLong(): boolean {
		return this.#isLong;
	}
	get error(): Error | undefined {
		return this.#error;
	}

	start = (moment: Moment): void => {
		this.#stop();
		this.#phase = 'gathering';
		this.#part = 0;
		this.#isLong = false;
		const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
		const timer = setTimeout(() => (this.#isLong = true), shownAfterMs);
		this.#stop = () => {
			clearTimeout(timer);
			worker.terminate();
		};
		worker.onmessage = ({ data }: MessageEvent<GatherResponse>) => {
			if (data.type === 'ready') worker.postMessage({ moment } satisfies GatherRequest);
			else if (data.type === 'progress') this.#part = Math.min(1, data.done / Math.max(1, data.of));
			else if (data.type === 'failed') this.#fail(new LibraryError(data.code, data.message));
			else {
				this.#stop();
				this.#gathered = data;
				this.#phase = 'done';
			}
		};
		worker.onerror = ({ message }) => this.#fail(new Error(message));
	};

	cancel = (): void => {
		this.#stop();
		this.#phase = 'cancelled';
	};

	/** When the page is left. */
	close = (): void => this.#stop();

	#fail(error: Error): void {
		this.#stop();
		this.#error = error;
		this.#phase = 'failed';
	}
}
