import type { CardRecord } from './card-record.ts';
import { dueChange, movableCards, type DueChange } from './due-change.ts';
import { elapsedDays, overdueness, type OverdueContext } from './overdueness.ts';

/** Below this, an early review gains nearly as much as one on time. */
const safeEarliness = 0.13;

/**
 * Cards not yet due, made due today, those nearest to their time first (fsrs4anki-helper, scheduling rule 4.14).
 * @param count how many at most
 */
export function advance(
	records: readonly CardRecord[],
	count: number,
	context: OverdueContext
): { readonly changes: readonly DueChange[]; readonly safe: number } {
	const { today } = context;
	const ranked = movableCards(records)
		.filter(({ state }) => state.dueDay > today && state.lastReviewDay < today)
		.map((card) => ({ card, early: -overdueness(card, elapsedDays(card, today), context) }))
		.sort((a, b) => a.early - b.early || (a.card.record.cardId < b.card.record.cardId ? -1 : 1));
	return {
		changes: ranked.slice(0, count).flatMap(({ card }) => dueChange(card, today)),
		safe: ranked.filter(({ early }) => early < safeEarliness).length
	};
}
