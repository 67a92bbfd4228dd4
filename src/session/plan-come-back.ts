import type { Library } from '#library/library.ts';
import type { StudyDay } from '#time/study-day.ts';
import { comeBackPlan, type ComeBackPlan } from './come-back-plan.ts';
import { dayCapacity } from './day-capacity.ts';
import { secondsPerAnswer } from './estimated-minutes.ts';
import type { Gathered } from './gather-cards.ts';

/** Fewer days away are a weekend. */
const leastDaysAway = 3;
/** Further back is not looked: who was away for longer is simply back. */
const longestDaysAway = 400;
/** Over so many days to come the daily load is taken. */
const loadDays = 30;

/** Undefined where nobody was away, or the day has room for all that is due. */
export async function planComeBack(library: Library, gathered: Gathered): Promise<ComeBackPlan | undefined> {
	const { day } = gathered.moment;
	const due = gathered.reviews.length;
	if (due <= dayCapacity(gathered)) return undefined;
	const totals = await library.dayTotals(day - longestDaysAway, day - 1);
	const daysAway = day - 1 - Math.max(...totals.keys());
	if (daysAway < leastDaysAway || !Number.isFinite(daysAway)) return undefined;
	const counts = await library.dueCounts(day + 1, day + loadDays);
	const incoming = [...counts.values()].reduce((total, count) => total + count, 0);
	return comeBackPlan({
		daysAway,
		due,
		incomingPerDay: incoming / loadDays,
		secondsPerReview: secondsPerAnswer(recentTotals(totals, day))
	});
}

/** The last days on which anything was done, however long ago. */
const recentTotals = (totals: Awaited<ReturnType<Library['dayTotals']>>, today: StudyDay) =>
	Array.from(totals)
		.filter(([day]) => day < today)
		.sort(([a], [b]) => b - a)
		.slice(0, 14)
		.map(([, total]) => total);
