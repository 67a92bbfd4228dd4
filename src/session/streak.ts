import type { Library } from '#library/library.ts';
import type { StudyDay } from '#time/study-day.ts';

/**
 * Study days in a row on which something was reviewed, up to today; a day that has not been used yet does not break it.
 * Read backwards in pieces, so its cost is the streak's length and not that of the log.
 */
export async function streakDays(library: Pick<Library, 'dayTotals'>, today: StudyDay): Promise<number> {
	let streak = 0;
	for (let to = today; ; to -= pieceDays) {
		const totals = await library.dayTotals(to - pieceDays + 1, to);
		for (let day = to; day > to - pieceDays; day--) {
			if ((totals.get(day)?.reviews ?? 0) > 0) streak++;
			else if (day !== today) return streak;
		}
	}
}

const pieceDays = 64;
