import type { LogEvent } from '#review-log/log-event.ts';
import type { Memory } from './card-state.ts';
import { elapsedSince } from './elapsed-since.ts';
import type { MemoryModel } from './memory-model.ts';

/** A card's memory just before an event, as another model than the one in force sees it. */
export type MemoryUnder = (model: MemoryModel, event: LogEvent) => Memory | undefined;

/**
 * Memories of a card under older parameters, for reviews that are scheduled anew by theirs. Each model walks the events
 * once, however often it is asked, and only if it is asked at all.
 * @param live live events in log order; asked for one after the other
 */
export function memoriesUnder(live: readonly LogEvent[]): MemoryUnder {
	const walks = new Map<MemoryModel, Walk>();
	return (model, event) => {
		const walk = walks.get(model) ?? { next: 0 };
		walks.set(model, walk);
		while (walk.next < live.length && live[walk.next] !== event) step(walk, model, live[walk.next++]);
		return walk.seen?.memory;
	};
}

interface Walk {
	next: number;
	seen?: { memory: Memory; lastReviewAt: number; lastReviewDay: number } | undefined;
}

function step(walk: Walk, model: MemoryModel, event: LogEvent | undefined): void {
	if (event?.type === 'reset') walk.seen = undefined;
	if (event?.type !== 'review' || event.payload.mode === 'cram') return;
	const { rating } = event.payload;
	const memory =
		walk.seen === undefined
			? model.first(rating)
			: model.next(walk.seen.memory, elapsedSince(walk.seen, event), rating);
	walk.seen = { memory, lastReviewAt: event.at, lastReviewDay: event.day };
}
