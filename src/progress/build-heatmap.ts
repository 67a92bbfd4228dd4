import type { StudyDay } from '#time/study-day.ts';
import { weekday } from '#time/weekday.ts';

/** What was done on a study day; cram reviews left out. */
export interface DayWork {
	readonly day: StudyDay;
	readonly reviews: number;
	readonly tookMs: number;
	/** 0 nothing, 1–4 the quarter of the busiest days of the period that it belongs to. */
	readonly level: 0 | 1 | 2 | 3 | 4;
}

type Totals = ReadonlyMap<StudyDay, { readonly reviews: number; readonly tookMs: number }>;

/**
 * Weeks of days, oldest first; each week begins on a Monday, and the last ends with today.
 * @param weeks how many, the present one included
 */
export function buildHeatmap(
	totals: Totals,
	today: StudyDay,
	weeks: number
): readonly (readonly DayWork[])[] {
	const first = heatmapStart(today, weeks);
	const levels = levelsOf(totals, first, today);
	return Array.from({ length: weeks }, (_, week) => {
		const monday = first + week * 7;
		const length = Math.min(7, today - monday + 1);
		return Array.from({ length }, (_unused, index): DayWork => {
			const day = monday + index;
			const { reviews, tookMs } = totals.get(day) ?? { reviews: 0, tookMs: 0 };
			return { day, reviews, tookMs, level: levels(reviews) };
		});
	});
}

/** The Monday with which so many weeks begin. */
const heatmapStart = (today: StudyDay, weeks: number): StudyDay =>
	today - ((weekday(today) + 6) % 7) - (weeks - 1) * 7;

/** Quarters of the days on which something was done, so that one long day does not make all others pale. */
function levelsOf(totals: Totals, from: StudyDay, to: StudyDay): (reviews: number) => DayWork['level'] {
	const counts = Array.from(totals)
		.filter(([day, { reviews }]) => day >= from && day <= to && reviews > 0)
		.map(([, { reviews }]) => reviews)
		.sort((a, b) => a - b);
	const borders = [0.25, 0.5, 0.75].map((part) => counts[Math.floor(part * (counts.length - 1))] ?? 0);
	return (reviews) => {
		if (reviews === 0) return 0;
		return (1 + borders.filter((border) => reviews > border).length) as 1 | 2 | 3 | 4;
	};
}
