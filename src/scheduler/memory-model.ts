import type { Rating } from '#review-log/log-event.ts';
import type { Memory } from './card-state.ts';

/**
 * How memory is thought to behave. All who schedule speak to this interface, and none looks into a `Memory`: FSRS-6 keeps
 * two numbers and counts whole study days, FSRS-7 keeps three and counts fractions of a day.
 * No method throws; whatever comes in, what comes out is finite and within the model's bounds.
 */
export interface MemoryModel {
	/** After the first review of a card. */
	first(rating: Rating): Memory;
	/** After a later review. `elapsed` since the review before; negative (a clock was wrong) counts as 0. */
	next(memory: Memory, elapsed: Elapsed, rating: Rating): Memory;
	/** Probability of recall, 0–1, so many days (fractions too) after the last review. */
	recall(memory: Memory, days: number): number;
	/** The probability by which the model expected a review's outcome: as it counts the time elapsed. */
	expected(memory: Memory, elapsed: Elapsed): number;
	/** Days (fractions too) until recall falls to the desired retention. */
	interval(memory: Memory, desiredRetention: number): number;
	/** For people: days until recall falls to 90 %, and difficulty from 1 to 10. */
	describe(memory: Memory): MemoryDescription;
}

/** Time since the review before, twice: models differ in which they want. */
export interface Elapsed {
	/** Whole study days. */
	readonly days: number;
	/** Days by the clock. */
	readonly exactDays: number;
}

export interface MemoryDescription {
	readonly stabilityDays: number;
	readonly difficulty: number;
}

/** A model's parameters as a vector, with the id that review events name. */
export interface ParameterSet {
	readonly id: string;
	readonly model: ModelName;
	readonly values: readonly number[];
}

/** Persisted in settings: never rename one. */
export const modelNames = ['fsrs-6'] as const;
export type ModelName = (typeof modelNames)[number];
