import type { Clock } from '#time/clock.ts';

/** This device's clock and place: the one spot where the app asks for them. */
export const systemClock: Clock = {
	now: () => Date.now(),
	utcOffsetMinutes: (at) => -new Date(at).getTimezoneOffset()
};

export const randomBytes = (count: number): Uint8Array<ArrayBuffer> =>
	crypto.getRandomValues(new Uint8Array(count));
