import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#time/instant.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/**
 * An interval as people say it: seconds, minutes, hours and days whole; months (of 30 days) and years with one decimal.
 * @param style `short` fits a button (`10 min`), `long` is read aloud (`10 minutes`)
 */
export function formatInterval(ms: number, locale: string, style: 'short' | 'long'): string {
	const [amount, unit] = inUnit(ms);
	return new Intl.NumberFormat(locale, {
		style: 'unit',
		unit,
		unitDisplay: style,
		maximumFractionDigits: unit === 'month' || unit === 'year' ? 1 : 0
	}).format(amount);
}

/** Rounded before the unit is chosen: what rounds to 60 minutes is an hour. */
function inUnit(ms: number): readonly [number, Unit] {
	const [seconds, minutes, hours, days] = [SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS].map((unit) =>
		Math.round(ms / unit)
	) as [number, number, number, number];
	if (seconds < 60) return [Math.max(1, seconds), 'second'];
	if (minutes < 60) return [minutes, 'minute'];
	if (hours < 24) return [hours, 'hour'];
	if (days < 30) return [days, 'day'];
	return days < 365 ? [days / 30, 'month'] : [days / 365, 'year'];
}
