import type { StudyDay } from '#time/study-day.ts';
import { easyDayModifiers } from './easy-days.ts';
import { pickDay, type DayRange } from './fuzz.ts';
import type { Preset } from './preset.ts';
import type { DayChoice } from './review-intervals.ts';
import { siblingModifier } from './sibling-spread.ts';

/** What else there is to do, around a card that is being rated. */
export interface DayLoads {
	readonly today: StudyDay;
	/** Review cards due on each study day. */
	readonly dueCounts: ReadonlyMap<StudyDay, number>;
	readonly siblingDueDays: readonly StudyDay[];
	/** In [0, 1), of the card: `seededRandom`. */
	readonly random: number;
}

/** Longer intervals are left to the fuzz alone: who knows what will be due then. */
export const longestBalancedDays = 90;

type Options = Pick<Preset, 'isLoadBalanced' | 'easyDays' | 'buryReviewSiblings'>;

/**
 * Chooses within the fuzz range a day on which little is due, that is no easy day, and away from siblings (Anki
 * `states/load_balancer.rs`): each day's weight is (1/cards)^2.15 · (1/interval)^3 · easy day · siblings. There an empty
 * day weighs 1, easy or not; here it counts as one card, so that easy days stay easy.
 */
export function balancedDay(loads: DayLoads, options: Options): DayChoice {
	return (range) => {
		if (!options.isLoadBalanced || range.upper > longestBalancedDays) return pickDay(range, loads.random);
		return pickWeighted(range, dayWeights(range, loads, options), loads.random);
	};
}

/** One weight a day, of the range's first to its last. */
export function dayWeights(range: DayRange, loads: DayLoads, options: Options): readonly number[] {
	const intervals = Array.from({ length: range.upper - range.lower + 1 }, (_, index) => range.lower + index);
	const days = intervals.map((interval) => loads.today + interval);
	const counts = days.map((day) => loads.dueCounts.get(day) ?? 0);
	const easy = easyDayModifiers(days, counts, options.easyDays);
	return intervals.map((interval, index) => {
		const apart = options.buryReviewSiblings
			? siblingModifier(loads.today + interval, loads.siblingDueDays)
			: 1;
		const fewness = (1 / Math.max(counts[index] ?? 0, 1)) ** 2.15;
		return fewness * (1 / interval) ** 3 * (easy[index] ?? 1) * apart;
	});
}

function pickWeighted(range: DayRange, weights: readonly number[], random: number): number {
	let left = random * weights.reduce((total, weight) => total + weight, 0);
	for (const [index, weight] of weights.entries()) {
		left -= weight;
		if (left < 0) return range.lower + index;
	}
	return range.upper;
}
