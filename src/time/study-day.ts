import type { Clock } from './clock.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from './instant.ts';

/** A day of study, counted in whole days; it turns at the rollover hour of local time, not at midnight. */
export type StudyDay = number;

/**
 * Number of the study day at an instant: floor((UTC + offset then − rollover) / 1 day).
 * @param utcOffsetMinutes minutes ahead of UTC at that instant
 * @param rolloverHour local hour (0–23) at which the study day turns
 */
export function studyDay(at: Instant, utcOffsetMinutes: number, rolloverHour: number): StudyDay {
	return Math.floor((at + utcOffsetMinutes * MINUTE_MS - rolloverHour * HOUR_MS) / DAY_MS);
}

/** The study day now, where the clock is. */
export const studyDayNow = (clock: Clock, rolloverHour: number): StudyDay =>
	studyDayAt(clock.now(), clock, rolloverHour);

/** The study day of an instant, where the clock is. */
export const studyDayAt = (at: Instant, clock: Clock, rolloverHour: number): StudyDay =>
	studyDay(at, clock.utcOffsetMinutes(at), rolloverHour);

/**
 * The instant at which a study day begins. A local day may last 23 or 25 hours, so the answer is looked for with the
 * offset in force there, never by adding 24 hours to another day's beginning. Where clocks skip the rollover hour,
 * it is the first instant of that study day.
 */
export function studyDayStart(day: StudyDay, clock: Clock, rolloverHour: number): Instant {
	const localMs = day * DAY_MS + rolloverHour * HOUR_MS;
	// Two guesses settle it: the offset at the first guess may be that of the other side of a change.
	let at = localMs - clock.utcOffsetMinutes(localMs) * MINUTE_MS;
	at = localMs - clock.utcOffsetMinutes(at) * MINUTE_MS;
	while (studyDayAt(at, clock, rolloverHour) < day) at += MINUTE_MS;
	return at;
}
