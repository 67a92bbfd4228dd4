import type { DayTotals } from '#library/library.ts';
import { roomToday } from './day-limits.ts';
import type { Gathered } from './gather-cards.ts';

/** A day has room for at least so many, however little was done of late. */
const leastReviews = 50;
/** Taken for usual until there is a habit. */
const presumedReviews = 200;

/**
 * How many reviews a day has room for: what the limits leave, but not more than half as much again as the person is used
 * to. Beyond it, the backlog cannot be cleared today, and what order it is asked in starts to matter.
 */
export function dayCapacity({ presets, done, habit }: Pick<Gathered, 'presets' | 'done' | 'habit'>): number {
	const rooms = Array.from(presets, ([id, preset]) =>
		roomToday(preset, done.get(id) ?? { new: 0, reviews: 0 })
	);
	const allowed = rooms.reduce((total, room) => total + room.reviews, 0);
	return Math.min(allowed, Math.max(leastReviews, Math.ceil(usualReviews(habit) * 1.5)));
}

/** The median of the days on which anything was reviewed. */
function usualReviews(habit: readonly DayTotals[]): number {
	if (habit.length < 3) return presumedReviews;
	const counts = habit.map(({ reviews }) => reviews).sort((a, b) => a - b);
	return counts[Math.floor(counts.length / 2)] ?? presumedReviews;
}
