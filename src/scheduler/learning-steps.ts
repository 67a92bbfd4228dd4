import type { Rating } from '#review-log/log-event.ts';

/** Where a rating leads within the steps, or 'graduates' where the steps are done (or there are none). */
export type StepOutcome = { readonly step: number; readonly delaySeconds: number } | 'graduates';

/**
 * Learning and relearning steps (Anki `states/steps.rs`): again goes back to the first; hard repeats the current one (on
 * the first: half way to the second, or half as long again where there is no second, at most a day more); good goes on;
 * easy graduates.
 * @param steps seconds each
 * @param step index of the current one, from 0
 */
export function nextStep(steps: readonly number[], step: number, rating: Rating): StepOutcome {
	const [first] = steps;
	if (first === undefined || rating === 4) return 'graduates';
	const current = Math.min(Math.max(0, step), steps.length - 1);
	if (rating === 1) return { step: 0, delaySeconds: first };
	if (rating === 2) return { step: current, delaySeconds: hardDelay(steps, current, first) };
	const next = steps[current + 1];
	return next === undefined ? 'graduates' : { step: current + 1, delaySeconds: next };
}

/**
 * A step as applied: up to a quarter more, at most 5 minutes, so that cards answered together come back apart.
 * @param random in [0, 1)
 */
export const fuzzedStep = (seconds: number, random: number): number =>
	seconds + Math.floor(random * Math.floor(Math.min(seconds / 4, 300)));

/**
 * Seconds until a step ends. One that runs past the rollover becomes days: it ends when that study day begins, whatever
 * the hour (days = floor((step − seconds until the rollover) / 1 day) + 1).
 */
export function stepOverRollover(seconds: number, secondsUntilRollover: number): number {
	if (seconds < secondsUntilRollover) return seconds;
	return secondsUntilRollover + Math.floor((seconds - secondsUntilRollover) / daySeconds) * daySeconds;
}

function hardDelay(steps: readonly number[], current: number, first: number): number {
	if (current > 0) return steps[current] ?? first;
	const second = steps[1];
	const delay =
		second === undefined
			? Math.min(Math.floor(first * 1.5), first + daySeconds)
			: Math.floor((first + second) / 2);
	return delay > daySeconds ? Math.round(delay / daySeconds) * daySeconds : delay;
}

const daySeconds = 86_400;
