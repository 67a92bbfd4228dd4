import type { Clock } from '#time/clock.ts';
import { studyDayAt, studyDayStart } from '#time/study-day.ts';
import type { Moment } from './scheduler.ts';

/** Now, where the clock is. */
export function momentNow(clock: Clock, rolloverHour: number): Moment {
	const at = clock.now();
	const day = studyDayAt(at, clock, rolloverHour);
	return { at, day, nextDayAt: studyDayStart(day + 1, clock, rolloverHour) };
}
