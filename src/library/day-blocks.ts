import type { StudyDay } from '#time/study-day.ts';
import type { DayCounts, DaysRow, StoredDays } from './library-database.ts';
import type { QuickTransaction } from './quick-transaction.ts';

/** Study days in one row: what an answer touches (today, and when the card was and will be due) is mostly one row. */
const daysPerBlock = 128;

export const blockOf = (day: StudyDay): number => Math.floor(day / daysPerBlock);

type PackedDay = readonly [day: StudyDay, reviews: number, tookMs: number, due: number];

export const toStoredDays = ({ block, days }: DaysRow): StoredDays => ({
	block,
	days: JSON.stringify(
		Array.from(days, ([day, { reviews, tookMs, due }]): PackedDay => [day, reviews, tookMs, due])
	)
});

export const fromStoredDays = ({ block, days }: StoredDays): DaysRow => ({
	block,
	days: new Map(
		(JSON.parse(days) as readonly PackedDay[]).map(([day, reviews, tookMs, due]) => [
			day,
			{ reviews, tookMs, due }
		])
	)
});

/** What `value` gives for the days from..to; days where it is 0 or undefined are left out. */
export async function readDays<Value>(
	transaction: QuickTransaction,
	from: StudyDay,
	to: StudyDay,
	value: (counts: DayCounts) => Value | undefined
): Promise<ReadonlyMap<StudyDay, Value>> {
	const rows = await transaction.range('days', { from: blockOf(from), to: blockOf(to) });
	return new Map(
		rows
			.flatMap((row) => [...fromStoredDays(row).days])
			.filter(([day]) => day >= from && day <= to)
			.flatMap(([day, counts]) => {
				const wanted = value(counts);
				return wanted === undefined ? [] : [[day, wanted] as const];
			})
	);
}
