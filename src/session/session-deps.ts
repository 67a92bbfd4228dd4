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

/** The scheduler may still be on its way, for what does not need it yet. */
export type ComingDeps = Omit<SessionDeps, 'scheduler'> & {
	readonly scheduler: Scheduler | Promise<Scheduler>;
};
