import { FSRSAlgorithm } from 'ts-fsrs';
import type { Rating } from '#review-log/log-event.ts';
import type { Memory } from './card-state.ts';
import { readFsrs6Parameters } from './fsrs6-parameters.ts';
import type { Elapsed, MemoryModel } from './memory-model.ts';

interface Fsrs6Memory extends Memory {
	/** Days until recall falls to 90 %. */
	readonly stability: number;
	/** 1–10. */
	readonly difficulty: number;
}

/**
 * FSRS-6 by ts-fsrs's `next_state`, with what we do otherwise: the first state (ts-fsrs lifts a stability below 0.1),
 * the weights' bounds, no negative time, no exception, the curve in fractions of a day.
 */
export function createFsrs6(values: readonly number[]): MemoryModel {
	const weights = readFsrs6Parameters(values);
	const algorithm = algorithmWith(weights);
	const decay = -weight(weights, 20);
	// I(S, r) = S / f · (r^(1/d) − 1), f = 0.9^(1/d) − 1
	const factor = 0.9 ** (1 / decay) - 1;
	// R(t, S) = (1 + f · t / S)^d, by exp and log1p: twice as fast as pow, and exact for small t.
	const recallAfter = (stability: number, days: number) =>
		days > 0 ? Math.exp(decay * Math.log1p((factor * days) / stability)) : 1;
	return {
		first: (rating) => firstMemory(weights, rating),
		next(memory, elapsed, rating) {
			const sound = soundMemory(memory);
			const days = wholeDays(elapsed);
			return algorithm.next_state(sound, days, rating, recallAfter(sound.stability, days)) as Fsrs6Memory;
		},
		recall: (memory, days) => recallAfter(soundMemory(memory).stability, days),
		expected: (memory, elapsed) => recallAfter(soundMemory(memory).stability, wholeDays(elapsed)),
		interval: (memory, desiredRetention) =>
			(soundMemory(memory).stability / factor) * (desiredRetention ** (1 / decay) - 1),
		describe(memory) {
			const { stability, difficulty } = soundMemory(memory);
			return { stabilityDays: stability, difficulty };
		}
	};
}

/** ts-fsrs clips weights by its own bounds when it is made; ours are put in their place afterwards. */
function algorithmWith(weights: readonly number[]): FSRSAlgorithm {
	const algorithm = new FSRSAlgorithm({ w: [...weights], enable_short_term: true });
	const used = algorithm.parameters.w as number[];
	weights.forEach((value, index) => {
		used[index] = value;
	});
	return algorithm;
}

/** S0 = w[g−1]; D0 = w4 − e^(w5·(g−1)) + 1, from 1 to 10. */
function firstMemory(weights: readonly number[], rating: Rating): Fsrs6Memory {
	return {
		stability: weight(weights, rating - 1),
		difficulty: clamp(weight(weights, 4) - Math.exp(weight(weights, 5) * (rating - 1)) + 1, 1, 10)
	};
}

/** A memory of another model, or of a damaged record, is read as the nearest one that this model knows. */
function soundMemory(memory: Memory): Fsrs6Memory {
	const { stability = NaN, difficulty = NaN } = memory;
	const isSound = stability >= 0.001 && stability <= 36_500 && difficulty >= 1 && difficulty <= 10;
	if (isSound) return memory as Fsrs6Memory;
	return {
		stability: clamp(stability || 0.001, 0.001, 36_500),
		difficulty: clamp(difficulty || 5, 1, 10)
	};
}

const wholeDays = ({ days }: Elapsed) => (days > 0 ? Math.min(Math.trunc(days), 1e8) : 0);
const clamp = (value: number, lowest: number, highest: number) => Math.min(Math.max(value, lowest), highest);
const weight = (weights: readonly number[], index: number) => weights[index] ?? 0;
