import type { Instant } from './instant.ts';

/** What time it is, and where. Given to whoever needs it, so that every test can set both. */
export interface Clock {
	/** Milliseconds UTC, by the device's clock (which may be wrong, and may jump). */
	now(): Instant;
	/** Minutes that local time is ahead of UTC at that instant (Taipei: 480), daylight saving included. */
	utcOffsetMinutes(at: Instant): number;
}
