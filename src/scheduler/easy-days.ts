import type { StudyDay } from '#time/study-day.ts';
import { weekday } from '#time/weekday.ts';
import type { DayLoad, EasyDays } from './preset.ts';

const modifiers: Readonly<Record<DayLoad, number>> = { normal: 1, reduced: 0.5, minimum: 0.0001 };

/**
 * How welcome a card is on each of some days, 0.0001–1, by their weekdays (Anki `states/load_balancer.rs`). A reduced day
 * counts as normal until it holds more than half of what the others hold, as a minimum one from then on.
 * @param counts cards due on each of the days
 */
export function easyDayModifiers(
	days: readonly StudyDay[],
	counts: readonly number[],
	easyDays: EasyDays
): readonly number[] {
	const loads = days.map((day) => easyDays[weekday(day)]);
	const total = sum(counts);
	const totalModifier = sum(loads.map((load) => modifiers[load]));
	return loads.map((load, index) => {
		if (load !== 'reduced') return modifiers[load];
		const count = counts[index] ?? 0;
		const threshold = (total - count) / (totalModifier - modifiers.reduced);
		return count / modifiers.reduced > threshold ? modifiers.minimum : modifiers.normal;
	});
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
