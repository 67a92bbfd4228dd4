import type { Library } from '#library/library.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Clock } from '#time/clock.ts';

/** What a session is handed by the page that opens it. */
export interface SessionDeps {
	readonly library: Library;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
	/** Cryptographic randomness, for event ids. */
	readonly randomBytes: (count: number) => Uint8Array;
}
