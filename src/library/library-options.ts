import type { SettingValue } from '#review-log/log-event.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { LibraryError } from './library.ts';

/** What a library is handed by whoever opens it. */
export interface LibraryOptions {
	/** May be loaded late: only what writes to the log needs it. */
	readonly scheduler: Scheduler | LoadScheduler;
	/** Cryptographic randomness, for the id of this device. */
	readonly randomBytes: (count: number) => Uint8Array;
	/** Another tab needs the database in a newer shape: this one is closed and must be loaded again. */
	readonly onOutdated?: () => void;
	/** Housekeeping failed. Nothing is lost and it will be tried again; for diagnosis. */
	readonly onBackgroundError?: (error: LibraryError) => void;
}

/**
 * Made for the settings of the library, which it reads by itself: a library whose bulk work was broken off needs its
 * scheduler before anybody has been handed the library.
 */
export type LoadScheduler = (readSettings: () => Promise<Settings>) => Promise<Scheduler>;

type Settings = ReadonlyMap<string, SettingValue>;

/** Eight random bytes, hexadecimal: it stands in every event, so it is short. */
export const newDeviceId = (randomBytes: LibraryOptions['randomBytes']): string =>
	Array.from(randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
