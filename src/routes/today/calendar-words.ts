import { m } from '#paraglide/messages.js';
import type { StudyDay } from '#time/study-day.ts';
import { DAY_MS } from '#time/instant.ts';

/**
 * Names of days from messages: the browser's own formatter takes a tenth of a second to make on a phone, and the page that
 * is opened every day would wait for it.
 */
export const weekdayName = (day: StudyDay): string => words(m.weekdays())[weekdayOf(day)] ?? '';

/** One letter, for where it stands in a row of seven. */
export const weekdayLetter = (day: StudyDay): string => words(m.weekday_letters())[weekdayOf(day)] ?? '';

/** Weekday, month and day of the month. */
export function dateName(day: StudyDay): string {
	const date = new Date(day * DAY_MS);
	const month = words(m.months())[date.getUTCMonth()] ?? '';
	return m.weekday_month_day({ weekday: weekdayName(day), month, day: date.getUTCDate() });
}

const words = (message: string): readonly string[] => message.split(' ');

/** 0 is a Sunday. */
const weekdayOf = (day: StudyDay) => new Date(day * DAY_MS).getUTCDay();
