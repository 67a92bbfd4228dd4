import type { Clock } from '#time/clock.ts';
import type { Instant } from '#time/instant.ts';

/** Time from question shown to rating, without the time during which the page was hidden. */
export class AnswerTimer {
	readonly #clock: Clock;
	#since: Instant | undefined;
	#elapsedMs = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	start(): void {
		this.#elapsedMs = 0;
		this.#since = this.#clock.now();
	}

	pause(): void {
		this.#elapsedMs = this.elapsedMs;
		this.#since = undefined;
	}

	resume(): void {
		this.#since ??= this.#clock.now();
	}

	/** A clock that jumps back counts as no time. */
	get elapsedMs(): number {
		const running = this.#since === undefined ? 0 : this.#clock.now() - this.#since;
		return this.#elapsedMs + Math.max(0, running);
	}
}
