import type { StudyDay } from '#time/study-day.ts';
import type { CardRecord } from './card-record.ts';
import { dueChange, movableCards, type DueChange } from './due-change.ts';
import type { Scheduler } from './scheduler.ts';

export interface FlattenContext {
	readonly scheduler: Pick<Scheduler, 'describeMemory'>;
	readonly today: StudyDay;
	/** Reviews a day, from today on. */
	readonly perDay: number;
	/** Cards due on days to come that are not moved. */
	readonly dueCounts: ReadonlyMap<StudyDay, number>;
}

/**
 * A backlog spread over the coming days, so many a day on top of what is due there anyway: the most stable cards first,
 * for they are recalled most likely and are soon out of the way (scheduling rule 4.14).
 */
export function flatten(records: readonly CardRecord[], context: FlattenContext): readonly DueChange[] {
	const { scheduler, today, perDay, dueCounts } = context;
	if (perDay < 1) return [];
	const backlog = movableCards(records)
		.filter(({ state }) => state.dueDay <= today)
		.map((card) => ({ card, stability: scheduler.describeMemory(card.record)?.stabilityDays ?? 0 }))
		.sort((a, b) => b.stability - a.stability || (a.card.record.cardId < b.card.record.cardId ? -1 : 1));
	let day = today;
	let room = perDay;
	return backlog.flatMap(({ card }) => {
		// A year ahead every day is taken as free, so that this ends.
		while (room <= 0) room = perDay - (++day - today > 365 ? 0 : (dueCounts.get(day) ?? 0));
		room--;
		// Overdue by days or due today: both are asked today, and neither needs an event.
		return day === today ? [] : dueChange(card, day);
	});
}
