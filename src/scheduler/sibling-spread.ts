import type { StudyDay } from '#time/study-day.ts';

/** How welcome a card is on a day, by how far the nearest sibling's due day is: 0, 1, … 4 days (Anki `load_balancer.rs`). */
const modifiersByDistance = [1e-6, 0.2, 0.4, 0.6, 0.8];

export function siblingModifier(day: StudyDay, siblingDueDays: readonly StudyDay[]): number {
	const distance = Math.min(...siblingDueDays.map((due) => Math.abs(due - day)));
	return modifiersByDistance[distance] ?? 1;
}
