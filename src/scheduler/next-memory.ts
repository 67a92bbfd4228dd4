import type { Rating } from '#review-log/log-event.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardState, Memory } from './card-state.ts';
import { elapsedSince } from './elapsed-since.ts';
import type { MemoryModel } from './memory-model.ts';

/** A card's memory after a rating. */
export function nextMemory(
	model: MemoryModel,
	state: CardState,
	now: { readonly at: Instant; readonly day: StudyDay },
	rating: Rating
): Memory {
	if (state.kind === 'new') return model.first(rating);
	return model.next(state.memory, elapsedSince(state, now), rating);
}
