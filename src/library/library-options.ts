import type { Scheduler } from '#scheduler/scheduler.ts';

/** What a library is handed by whoever opens it. */
export interface LibraryOptions {
	/** May be loaded late: only what writes to the log needs it. */
	readonly scheduler: Scheduler | (() => Promise<Scheduler>);
	/** Cryptographic randomness, for the id of this device. */
	readonly randomBytes: (count: number) => Uint8Array;
	/** Another tab needs the database in a newer shape: this one is closed and must be loaded again. */
	readonly onOutdated?: () => void;
}

/** Eight random bytes, hexadecimal: it stands in every event, so it is short. */
export const newDeviceId = (randomBytes: LibraryOptions['randomBytes']): string =>
	Array.from(randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
