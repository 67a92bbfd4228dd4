import { MINUTE_MS, type Instant } from './instant.ts';

/**
 * Offsets of an IANA time zone, daylight saving included: `zoneOffset('Asia/Taipei')(0)` is 480.
 * @returns minutes ahead of UTC at an instant
 * @throws RangeError where the zone is not known
 */
export function zoneOffset(timeZone: string): (at: Instant) => number {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		era: 'short',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
	return (at) => Math.round((wallClockAsUtc(format, at) - Math.floor(at / 1000) * 1000) / MINUTE_MS);
}

/** What the clocks on the wall show at an instant, read as if they showed UTC. */
function wallClockAsUtc(format: Intl.DateTimeFormat, at: Instant): Instant {
	const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
	const field = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
	const year = parts.get('era') === 'BC' ? 1 - field('year') : field('year');
	const date = new Date(0);
	date.setUTCFullYear(year, field('month') - 1, field('day'));
	return date.setUTCHours(field('hour'), field('minute'), field('second'), 0);
}
