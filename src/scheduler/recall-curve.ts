import type { MemoryModel } from './memory-model.ts';

/** Probability of recall, 0–1, so many days after a review that left a stability. */
export type RecallCurve = (stabilityDays: number, days: number) => number;

/** For models whose curve hangs on stability alone, as FSRS-6's does: what is kept of a review may then be one number. */
export const recallCurve =
	(model: MemoryModel): RecallCurve =>
	(stabilityDays, days) =>
		model.recall({ stability: stabilityDays, difficulty: 5 }, days);
