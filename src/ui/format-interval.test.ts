import { expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#time/instant.ts';
import { formatInterval } from './format-interval.ts';

it.each([
	[0, '1 sec'],
	[45 * SECOND_MS, '45 sec'],
	[59.6 * SECOND_MS, '1 min'],
	[10 * MINUTE_MS, '10 min'],
	[59.7 * MINUTE_MS, '1 hr'],
	[5 * HOUR_MS, '5 hr'],
	[23.8 * HOUR_MS, '1 day'],
	[29 * DAY_MS, '29 days'],
	[30 * DAY_MS, '1 mth'],
	[33 * DAY_MS, '1.1 mths'],
	[364 * DAY_MS, '12.1 mths'],
	[365 * DAY_MS, '1 yr'],
	[548 * DAY_MS, '1.5 yrs']
])('%d ms on a button: %s', (ms, text) => {
	expect(formatInterval(ms, 'en', 'short')).toBe(text);
});

it('says it in the language, and aloud in full', () => {
	expect(formatInterval(10 * MINUTE_MS, 'zh-Hant-TW', 'short')).toBe('10 分鐘');
	expect(formatInterval(10 * MINUTE_MS, 'en', 'long')).toBe('10 minutes');
});
