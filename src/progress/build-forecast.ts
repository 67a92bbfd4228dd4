import type { StudyDay } from '#time/study-day.ts';
import type { CardFacts } from './card-facts.ts';

export interface Forecast {
	/** Due before today and not yet asked. */
	readonly backlog: number;
	/** Due on today and each day after it. */
	readonly days: readonly number[];
	/** Σ 1 / interval: reviews a day that what is known asks for in the long run. */
	readonly dailyLoad: number;
}

/** What comes, if nothing new is learnt and nothing forgotten. Suspended cards left out. */
export function buildForecast(cards: readonly CardFacts[], today: StudyDay, length: number): Forecast {
	const days = Array.from({ length }, () => 0);
	let backlog = 0;
	let dailyLoad = 0;
	for (const { dueDay, intervalDays } of cards) {
		if (dueDay === null) continue;
		if (intervalDays !== null) dailyLoad += 1 / Math.max(1, intervalDays);
		const ahead = dueDay - today;
		if (ahead < 0) backlog++;
		else if (ahead < length) days[ahead] = (days[ahead] ?? 0) + 1;
	}
	return { backlog, days, dailyLoad };
}
