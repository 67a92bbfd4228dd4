import type { CardState } from './card-state.ts';
import { elapsedSince } from './elapsed-since.ts';
import type { MemoryModel } from './memory-model.ts';
import { nextMemory } from './next-memory.ts';
import type { Moment } from './scheduler.ts';

/**
 * What a review now is worth: recall at the horizon if it is done, minus recall if it is not. Whether it will be passed is
 * not known, so both ends count, good by the recall of now and again by the rest.
 */
export function recallGain(
	model: MemoryModel,
	state: CardState,
	moment: Moment,
	horizonDays: number
): number {
	const passed = model.recall(nextMemory(model, state, moment, 3), horizonDays);
	if (state.kind === 'new') return passed;
	const { exactDays } = elapsedSince(state, moment);
	const now = model.recall(state.memory, exactDays);
	const failed = model.recall(nextMemory(model, state, moment, 1), horizonDays);
	return now * passed + (1 - now) * failed - model.recall(state.memory, exactDays + horizonDays);
}
