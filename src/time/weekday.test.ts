import { expect, it } from 'vitest';
import { weekday } from './weekday.ts';

it('is the weekday of the date, also before 1970', () => {
	for (const date of ['2026-11-24', '2028-02-29', '1970-01-01', '1969-12-31', '1900-01-01']) {
		const at = new Date(`${date}T00:00Z`);
		expect(weekday(at.getTime() / 86_400_000), date).toBe(at.getUTCDay());
	}
});
