import { expect, it } from 'vitest';
import { toCsv } from './save-chart.ts';

it('quotes what would break a row of CSV', () => {
	expect(toCsv({ head: ['Day', 'a,b'], rows: [['say "no"', '1\n2']] })).toBe(
		'Day,"a,b"\r\n"say ""no""","1\n2"\r\n'
	);
});
