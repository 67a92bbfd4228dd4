import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from './instant.ts';
import { studyDay, studyDayAt, studyDayStart } from './study-day.ts';
import { zoneOffset } from './zone-offset.ts';

const clockIn = (timeZone: string) => ({ now: () => 0, utcOffsetMinutes: zoneOffset(timeZone) });
/** The study day that begins on a local date. */
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / DAY_MS;

describe('studyDay', () => {
	it.each([
		['just before the rollover it is still yesterday', '2026-11-24T03:59:59.999+08:00', 480, 4, '2026-11-23'],
		['at the rollover it is today', '2026-11-24T04:00:00.000+08:00', 480, 4, '2026-11-24'],
		['midnight is no border', '2026-11-24T00:30:00+08:00', 480, 4, '2026-11-23'],
		['a rollover at midnight', '2026-11-24T00:00:00+08:00', 480, 0, '2026-11-24'],
		['a rollover late in the evening', '2026-11-24T22:59:00+08:00', 480, 23, '2026-11-23'],
		['the end of a month', '2026-03-01T02:00:00+08:00', 480, 4, '2026-02-28'],
		['a leap day', '2028-02-29T05:00:00+08:00', 480, 4, '2028-02-29'],
		['the end of a year', '2027-01-01T03:00:00+08:00', 480, 4, '2026-12-31'],
		['the easternmost zone', '2026-11-24T04:00:00+14:00', 840, 4, '2026-11-24'],
		['the westernmost zone', '2026-11-24T03:59:00-11:00', -660, 4, '2026-11-23'],
		['a zone of quarter hours', '2026-11-24T04:00:00+05:45', 345, 4, '2026-11-24'],
		['before 1970', '1969-12-31T03:59:00Z', 0, 4, '1969-12-30']
	])('%s', (_name, at, offset, rollover, day) => {
		expect(studyDay(Date.parse(at), offset, rollover)).toBe(dayOf(day));
	});

	it('travel: the same instant is another study day elsewhere, by the offset in force there', () => {
		const at = Date.parse('2026-11-24T03:00:00Z');
		expect(studyDayAt(at, clockIn('Asia/Taipei'), 4)).toBe(dayOf('2026-11-24'));
		expect(studyDayAt(at, clockIn('America/Los_Angeles'), 4)).toBe(dayOf('2026-11-23'));
		expect(studyDayAt(at, clockIn('Pacific/Kiritimati'), 4)).toBe(dayOf('2026-11-24'));
		expect(studyDayAt(at, clockIn('Pacific/Pago_Pago'), 4)).toBe(dayOf('2026-11-23'));
	});
});

describe('studyDayStart', () => {
	it.each([
		['a day of 23 hours begins and ends at the rollover', 'Europe/Berlin', '2026-03-29', 4, 24],
		['the day before a spring change at 2:00 lasts 23 hours', 'Europe/Berlin', '2026-03-28', 4, 23],
		['the day before an autumn change lasts 25 hours', 'Europe/Berlin', '2026-10-24', 4, 25],
		['a change by half an hour', 'Australia/Lord_Howe', '2026-04-04', 4, 24.5],
		['a zone without changes', 'Asia/Taipei', '2026-03-28', 4, 24]
	])('%s', (_name, zone, date, rollover, hours) => {
		const clock = clockIn(zone);
		const day = dayOf(date);
		const start = studyDayStart(day, clock, rollover);
		expect((studyDayStart(day + 1, clock, rollover) - start) / HOUR_MS).toBe(hours);
		expect([studyDayAt(start - 1, clock, rollover), studyDayAt(start, clock, rollover)]).toEqual([
			day - 1,
			day
		]);
	});

	it('is the first instant of its study day where the clocks skip the rollover hour', () => {
		const clock = clockIn('Europe/Berlin');
		expect(new Date(studyDayStart(dayOf('2026-03-29'), clock, 2)).toISOString()).toBe(
			'2026-03-29T01:00:00.000Z'
		);
	});

	it('finds the beginning of every study day, in every zone, at every rollover hour', () => {
		const zones = [
			'Asia/Taipei',
			'Europe/Berlin',
			'America/New_York',
			'Australia/Lord_Howe',
			'Pacific/Apia',
			'America/St_Johns'
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...zones.map(clockIn)),
				fc.integer({ min: dayOf('2010-01-01'), max: dayOf('2040-01-01') }),
				fc.nat(23),
				(clock, day, rollover) => {
					const start = studyDayStart(day, clock, rollover);
					expect(studyDayAt(start, clock, rollover)).toBeGreaterThanOrEqual(day);
					expect(studyDayAt(start - 1, clock, rollover)).toBeLessThan(day + 1);
					expect(studyDayStart(day + 1, clock, rollover)).toBeGreaterThanOrEqual(start);
				}
			),
			{ numRuns: 500, seed: 7 }
		);
	});
});
