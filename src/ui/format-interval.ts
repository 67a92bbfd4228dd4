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

function inUnit(ms: number): readonly [number, Unit] {
	const days = ms / DAY_MS;
	if (ms < MINUTE_MS) return [Math.max(1, Math.round(ms / SECOND_MS)), 'second'];
	if (ms < HOUR_MS) return [Math.round(ms / MINUTE_MS), 'minute'];
	if (days < 1) return [Math.round(ms / HOUR_MS), 'hour'];
	if (days < 30) return [Math.round(days), 'day'];
	if (days < 365) return [days / 30, 'month'];
	return [days / 365, 'year'];
}
