/** First and last whole day of a range, both included. */
export interface DayRange {
	readonly lower: number;
	readonly upper: number;
}

/**
 * The days among which an interval may be moved, so that cards learnt together do not stay together. None below 2.5 days;
 * above, 1 day and a share of each part: 15 % of 2.5–7, 10 % of 7–20, 5 % beyond (Anki `states/fuzz.rs`).
 * @param interval days, fractions too
 * @param minimum least whole days allowed; gives way to the maximum
 */
export function fuzzRange(interval: number, minimum: number, maximum: number): DayRange {
	const least = Math.min(minimum, maximum);
	const within = clamp(interval, least, maximum);
	const delta = fuzzDelta(within);
	const lower = clamp(Math.round(within - delta), least, maximum);
	const upper = clamp(Math.round(within + delta), least, maximum);
	// Where a limit has left one day only, one more gives the fuzz something to choose.
	return { lower, upper: lower === upper && upper > 2 && upper < maximum ? upper + 1 : upper };
}

/** The one day nearest to an interval, where nothing is left to chance. */
export function exactRange(interval: number, minimum: number, maximum: number): DayRange {
	const day = clamp(Math.round(interval), Math.min(minimum, maximum), maximum);
	return { lower: day, upper: day };
}

/** The day that a random number in [0, 1) picks from a range; each is as likely. */
export const pickDay = ({ lower, upper }: DayRange, random: number): number =>
	Math.floor(lower + random * (1 + upper - lower));

function fuzzDelta(interval: number): number {
	if (interval < 2.5) return 0;
	return parts.reduce(
		(delta, { from, to, share }) => delta + share * Math.max(0, Math.min(interval, to) - from),
		1
	);
}

const parts = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 }
] as const;

const clamp = (value: number, lowest: number, highest: number) => Math.min(Math.max(value, lowest), highest);
