/** What it takes to catch up after an absence. */
export interface ComeBackPlan {
	/** Study days since the last review, today not counted. */
	readonly daysAway: number;
	readonly due: number;
	/** Paces to choose from, slower ones first; the last one clears everything today. */
	readonly paces: readonly Pace[];
}

interface Pace {
	readonly minutesPerDay: number;
	/** Days until nothing is left from the absence, today counted. */
	readonly days: number;
}

export interface Backlog {
	readonly daysAway: number;
	readonly due: number;
	/** Reviews that become due on each day to come, whatever happens. */
	readonly incomingPerDay: number;
	readonly secondsPerReview: number;
}

const offered = [5, 8, 12, 20, 30, 45, 60, 90];
const longestPlanDays = 60;

/**
 * "23 days away, 180 due: 12 minutes a day clears it in 9 days." Each day the backlog shrinks by what is done above what
 * comes in. Due dates stay as they are: what is most likely still known is asked first, and nothing is rescheduled.
 */
export function comeBackPlan({ daysAway, due, incomingPerDay, secondsPerReview }: Backlog): ComeBackPlan {
	const paces = offered.flatMap((minutesPerDay) => {
		const perDay = (minutesPerDay * 60) / secondsPerReview;
		const days = perDay >= due ? 1 : Math.ceil((due - incomingPerDay) / (perDay - incomingPerDay));
		return perDay > incomingPerDay && days >= 1 && days <= longestPlanDays ? [{ minutesPerDay, days }] : [];
	});
	// A pace that needs more minutes must at least save a day.
	const faster = paces.filter(
		({ days }, index) => index === 0 || days < (paces[index - 1]?.days ?? Infinity)
	);
	return { daysAway, due, paces: faster };
}
