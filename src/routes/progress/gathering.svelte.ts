import { LibraryError, type LibraryErrorCode } from '#library/library.ts';
import type { Charts } from '#progress/build-charts.ts';
import type { ChartScope, DeckScopes } from '#progress/chart-scope.ts';
import type { Troubles } from '#progress/find-troubles.ts';
import type { Moment } from '#scheduler/scheduler.ts';
import { trustedScriptUrl } from '../trusted-script-url.ts';
import type { GatherRequest, GatherResponse } from './gather-messages.ts';
import workerUrl from './gather-worker.ts?worker&url';

/** What is long is shown: how far it is, and a way to leave it. */
const shownAfterMs = 300;

type Phase = 'gathering' | 'done' | 'cancelled' | 'failed';

/** The log on its way to the charts, in a worker that is stopped when the page is left. */
export class Gathering {
	#phase = $state<Phase>('gathering');
	#charts = $state.raw<Charts>();
	#scopes = $state.raw<readonly DeckScopes[]>([]);
	#troubles = $state.raw<Troubles>();
	#part = $state(0);
	#isLong = $state(false);
	#error = $state.raw<Error>();
	#notKept = $state.raw<LibraryErrorCode>();
	#worker: Worker | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asked = 0;

	get phase(): Phase {
		return this.#phase;
	}
	/** Of the scope that was asked for last, as soon as they are there; until then those before. */
	get charts(): Charts | undefined {
		return this.#charts;
	}
	get scopes(): readonly DeckScopes[] {
		return this.#scopes;
	}
	/** Where they were asked for. */
	get troubles(): Troubles | undefined {
		return this.#troubles;
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
	/** Why the next visit will have to read all of it again. */
	get notKept(): LibraryErrorCode | undefined {
		return this.#notKept;
	}

	start = (moment: Moment, scope: ChartScope): void =>
		this.#begin({ type: 'gather', moment, scope, number: ++this.#asked });

	findTroubles = (moment: Moment): void => this.#begin({ type: 'find-troubles', moment });

	show = (scope: ChartScope): void => this.#ask({ type: 'build', scope, number: ++this.#asked });

	cancel = (): void => {
		this.close();
		this.#phase = 'cancelled';
	};

	/** When the page is left. */
	close = (): void => {
		clearTimeout(this.#timer);
		this.#worker?.terminate();
		this.#worker = undefined;
	};

	#begin(request: GatherRequest): void {
		this.close();
		this.#phase = 'gathering';
		this.#part = 0;
		this.#isLong = false;
		this.#timer = setTimeout(() => (this.#isLong = true), shownAfterMs);
		const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
		this.#worker = worker;
		worker.onmessage = ({ data }: MessageEvent<GatherResponse>) => {
			if (data.type === 'ready') this.#ask(request);
			else this.#take(data);
		};
		worker.onerror = ({ message }) => this.#fail(new Error(message));
	}

	#ask(request: GatherRequest): void {
		this.#worker?.postMessage(request);
	}

	#take(response: Exclude<GatherResponse, { type: 'ready' }>): void {
		switch (response.type) {
			case 'progress':
				this.#part = Math.min(1, response.done / Math.max(1, response.of));
				return;
			case 'gathered':
				this.#scopes = response.scopes;
				return;
			case 'charts':
				if (response.number !== this.#asked) return;
				clearTimeout(this.#timer);
				this.#charts = response.charts;
				this.#phase = 'done';
				return;
			case 'troubles':
				clearTimeout(this.#timer);
				this.#troubles = response.troubles;
				this.#phase = 'done';
				return;
			case 'not-kept':
				this.#notKept = response.code;
				return;
			case 'failed':
				this.#fail(new LibraryError(response.code, response.message));
		}
	}

	#fail(error: Error): void {
		this.close();
		this.#error = error;
		this.#phase = 'failed';
	}
}
