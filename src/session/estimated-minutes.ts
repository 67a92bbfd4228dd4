import type { DayTotals } from '#library/library.ts';
import type { QueueCounts } from './session.ts';

/** What an answer takes before anything was measured, and how many measured ones outweigh it. */
const presumed = { seconds: 12, answers: 50 };
/** A new card is asked about so often on its first day: steps of a minute and of ten. */
export const answersPerNew = 2.5;
const answersPerReview = 1.1;

/** How long the cards of today will take, by how long answers took of late. */
export function estimatedMinutes(counts: QueueCounts, habit: readonly DayTotals[]): number {
	const answers = counts.review * answersPerReview + counts.learning + counts.new * answersPerNew;
	return (answers * secondsPerAnswer(habit)) / 60;
}

export function secondsPerAnswer(habit: readonly DayTotals[]): number {
	const reviews = habit.reduce((total, day) => total + day.reviews, 0);
	const seconds = habit.reduce((total, day) => total + day.tookMs, 0) / 1000;
	return (seconds + presumed.seconds * presumed.answers) / (reviews + presumed.answers);
}
