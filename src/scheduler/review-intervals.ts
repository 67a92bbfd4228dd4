import type { Rating } from '#review-log/log-event.ts';
import { exactRange, fuzzRange, pickDay, type DayRange } from './fuzz.ts';

/** Chooses one of the days of a range: the seeded fuzz, or one that looks at what else is due. */
export type DayChoice = (range: DayRange) => number;

export const fuzzedDay =
	(random: number): DayChoice =>
	(range) =>
		pickDay(range, random);

export interface IntervalLimits {
	/** Interval that the card had so far, whole days; 0 where it had none. */
	readonly previousDays: number;
	readonly maximumDays: number;
	readonly isFuzzed: boolean;
}

/** An interval in whole days, and the days among which it was chosen. */
export interface ChosenInterval {
	readonly days: number;
	readonly range: DayRange;
}

/**
 * Intervals for hard, good and easy from what the model says, fractions of a day (Anki `states/review.rs`): each moved
 * within its fuzz range, never below 1, and each at least a day more than the one before it, as far as the maximum allows.
 */
export function passingIntervals(
	raw: Readonly<Record<Exclude<Rating, 1>, number>>,
	limits: IntervalLimits,
	choose: DayChoice
): Readonly<Record<Exclude<Rating, 1>, ChosenInterval>> {
	const hard = passingInterval(raw[2], 1, limits, choose);
	const good = passingInterval(raw[3], hard.days + 1, limits, choose);
	const easy = passingInterval(raw[4], good.days + 1, limits, choose);
	return { 2: hard, 3: good, 4: easy };
}

/** One interval, at least `minimum` (as far as the maximum allows). */
export function passingInterval(
	raw: number,
	minimum: number,
	limits: IntervalLimits,
	choose: DayChoice
): ChosenInterval {
	const floor = floorAgainstPrevious(raw, limits);
	const range = rangeOf(limits)(raw, Math.max(1, minimum, floor), limits.maximumDays);
	return { days: choose(range), range };
}

/** After a failure: no fuzz, at least a day. */
export const failingInterval = (raw: number, maximumDays: number): number =>
	Math.min(Math.max(1, Math.round(raw)), maximumDays);

/**
 * The fuzz must not undo what the model did: an interval that grew stays longer than the one before, and one that stayed
 * within reach of it does not fall below.
 */
function floorAgainstPrevious(raw: number, limits: IntervalLimits): number {
	const { previousDays, maximumDays } = limits;
	if (previousDays === 0) return 0;
	if (Math.round(raw) > previousDays) return previousDays + 1;
	return previousDays <= rangeOf(limits)(raw, 1, maximumDays).upper ? previousDays : 0;
}

const rangeOf = ({ isFuzzed }: IntervalLimits) => (isFuzzed ? fuzzRange : exactRange);
