import { expect, it } from 'vitest';
import { zoneOffset } from './zone-offset.ts';

it.each([
	['UTC', '2026-11-24T00:00:00Z', 0],
	['Asia/Taipei', '2026-11-24T12:34:56Z', 480],
	['Asia/Kathmandu', '2026-11-24T12:34:56Z', 345],
	['America/New_York', '2026-07-01T00:00:00Z', -240],
	['America/New_York', '2026-11-24T00:00:00Z', -300],
	['Europe/Berlin', '2026-03-29T00:59:59.999Z', 60],
	['Europe/Berlin', '2026-03-29T01:00:00.000Z', 120],
	['Pacific/Kiritimati', '2026-01-01T23:59:00Z', 840]
])('%s at %s is %d minutes ahead of UTC', (zone, at, minutes) => {
	expect(zoneOffset(zone)(Date.parse(at))).toBe(minutes);
});

it('knows no zone of another planet', () => {
	expect(() => zoneOffset('Mars/Base')).toThrow(RangeError);
});
