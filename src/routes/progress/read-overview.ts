import type { Library } from '#library/library.ts';
import { buildHeatmap } from '#progress/build-heatmap.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import { streakDays } from '#session/streak.ts';
import type { Clock } from '#time/clock.ts';
import { studyDayNow } from '#time/study-day.ts';

const weeks = 53;

/** What was done, of which the library keeps the totals: the same cost for ten reviews and a million. */
export async function readOverview(library: Library, clock: Clock) {
	const { rolloverHour } = readAppSettings(await library.settings());
	const today = studyDayNow(clock, rolloverHour);
	const [all, streak] = await Promise.all([library.dayTotals(0, today), streakDays(library, today)]);
	const grid = buildHeatmap(all, today, weeks);
	const total = { reviews: 0, tookMs: 0, days: 0 };
	for (const { reviews, tookMs } of all.values()) {
		total.reviews += reviews;
		total.tookMs += tookMs;
		if (reviews > 0) total.days++;
	}
	const days = grid.flat();
	return { today, rolloverHour, streak, grid, total, week: days.slice(-7), doneToday: days.at(-1) };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;
