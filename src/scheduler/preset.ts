/** Options of scheduling; each deck has one. Defaults: `defaultPreset`. */
export interface Preset {
	/** Probability of recall at which a card becomes due, 0.70–0.99. */
	readonly desiredRetention: number;
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
	/** Seconds. */
	readonly learningSteps: readonly number[];
	readonly relearningSteps: readonly number[];
	readonly maximumIntervalDays: number;
}

export const defaultPreset: Preset = {
	desiredRetention: 0.9,
	newPerDay: 20,
	reviewsPerDay: 9_999,
	learningSteps: [60, 600],
	relearningSteps: [600],
	maximumIntervalDays: 36_500
};
