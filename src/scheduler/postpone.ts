import type { CardRecord } from './card-record.ts';
import { dueChange, movableCards, type DueChange, type MovableCard } from './due-change.ts';
import { elapsedDays, overdueness, type OverdueContext } from './overdueness.ts';
import { seededRandom } from './seeded-random.ts';

/** Below this, a card takes little harm from waiting a while longer. */
const safeOverdueness = 0.15;

/**
 * Cards due, moved to later days, those that suffer least first (fsrs4anki-helper, scheduling rule 4.14): by how overdue
 * they would be after 7.5 % of their interval more, and the more stable first where that is equal.
 * @param count how many at most
 */
export function postpone(
	records: readonly CardRecord[],
	count: number,
	context: OverdueContext
): { readonly changes: readonly DueChange[]; readonly safe: number } {
	const { today, scheduler } = context;
	const ranked = movableCards(records)
		.filter(({ state }) => state.dueDay <= today)
		.map((card) => ({
			card,
			late: overdueness(card, elapsedDays(card, today) + 0.075 * card.state.intervalDays, context),
			stability: scheduler.describeMemory(card.record)?.stabilityDays ?? 0
		}))
		.sort(
			(a, b) =>
				a.late - b.late || b.stability - a.stability || (a.card.record.cardId < b.card.record.cardId ? -1 : 1)
		);
	return {
		changes: ranked.slice(0, count).flatMap(({ card }) => dueChange(card, postponedDay(card, context))),
		safe: ranked.filter(({ late }) => late < safeOverdueness).length
	};
}

/** Interval + 5 to 10 %, and as many days more as the card is late already; always after today. */
function postponedDay(card: MovableCard, { today, preset }: OverdueContext): number {
	const { record, state } = card;
	const random = seededRandom(record.cardId, record.reviewMark.count);
	const longer = Math.ceil(state.intervalDays * (1.05 + 0.05 * random));
	const late = Math.max(0, elapsedDays(card, today) - state.intervalDays);
	const interval = Math.min(Math.max(1, longer + late), preset.maximumIntervalDays);
	return Math.max(today + 1, state.lastReviewDay + interval);
}
