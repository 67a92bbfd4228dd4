import type { LogEvent } from '#review-log/log-event.ts';
import type { Instant } from '#time/instant.ts';
import type { Memory } from './card-state.ts';
import { elapsedSince } from './elapsed-since.ts';
import type { MemoryModel } from './memory-model.ts';

/** What a model expected of a review, and what happened. */
export interface Forecast {
	readonly at: Instant;
	/** 0–1. */
	readonly expected: number;
	readonly isRecalled: boolean;
}

/**
 * What a model would have said before each review of one card, knowing only those before it. Reviews on the same study day
 * as the one before are learnt from but not judged (as in fsrs-rs and the benchmark of FSRS versions).
 * @param live live events of one card in log order
 */
export function forecasts(live: readonly LogEvent[], model: MemoryModel): readonly Forecast[] {
	const made: Forecast[] = [];
	let seen: { memory: Memory; lastReviewAt: number; lastReviewDay: number } | undefined;
	for (const event of live) {
		if (event.type === 'reset') seen = undefined;
		if (event.type !== 'review' || event.payload.mode === 'cram') continue;
		const { rating } = event.payload;
		const elapsed = seen && elapsedSince(seen, event);
		if (seen !== undefined && elapsed !== undefined && elapsed.days > 0) {
			made.push({ at: event.at, expected: model.expected(seen.memory, elapsed), isRecalled: rating > 1 });
		}
		const memory = seen && elapsed ? model.next(seen.memory, elapsed, rating) : model.first(rating);
		seen = { memory, lastReviewAt: event.at, lastReviewDay: event.day };
	}
	return made;
}

/**
 * Log loss: −Σ w·(y·ln p + (1 − y)·ln(1 − p)) / Σ w. Lower is better; always saying 50 % gives 0.693.
 * @param weight of the forecast at a place, 1 where absent; `recencyWeight` favours what happened lately
 * @returns null where nothing was forecast
 */
export function logLoss(
	made: readonly Forecast[],
	weight: (index: number) => number = () => 1
): number | null {
	let loss = 0;
	let weights = 0;
	made.forEach(({ expected, isRecalled }, index) => {
		const likely = Math.min(Math.max(isRecalled ? expected : 1 - expected, 1e-7), 1);
		loss -= weight(index) * Math.log(likely);
		weights += weight(index);
	});
	return weights === 0 ? null : loss / weights;
}

/** Weight by rank in time of n: 0.25 for the first to 1 for the last, by the cube (fsrs-rs `recency_weighted`). */
export const recencyWeight =
	(count: number) =>
	(index: number): number =>
		0.25 + 0.75 * (count > 1 ? index / (count - 1) : 1) ** 3;
