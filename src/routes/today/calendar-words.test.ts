import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale, type Locale } from '#paraglide/runtime.js';
import { DAY_MS } from '#time/instant.ts';
import { dateName, weekdayLetter, weekdayName } from './calendar-words.ts';

/** From a Thursday, over a leap day. */
const days = Array.from({ length: 800 }, (_, index) => 19_700 + index);

afterEach(() => overwriteGetLocale(() => 'en'));

test.each<Locale>(['en', 'zh-Hant'])(
	'days are called as the formatter of the platform calls them: %s',
	(locale) => {
		overwriteGetLocale(() => locale);
		const formats = {
			letter: formatter(locale, { weekday: 'narrow' }),
			weekday: formatter(locale, { weekday: 'long' }),
			date: formatter(locale, { weekday: 'long', month: 'long', day: 'numeric' })
		};
		for (const day of days) {
			expect(weekdayLetter(day)).toBe(formats.letter(day));
			expect(weekdayName(day)).toBe(formats.weekday(day));
			expect(withoutSpaces(dateName(day))).toBe(withoutSpaces(formats.date(day)));
		}
	}
);

/** Editions of the platform's data differ in whether Chinese has one here. */
const withoutSpaces = (text: string) => text.replaceAll(' ', '');

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): (day: number) => string {
	const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
	return (day) => format.format(day * DAY_MS);
}
