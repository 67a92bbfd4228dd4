import type { StudyDay } from '#time/study-day.ts';
import type { CardRecord } from './card-record.ts';
import { dueChange, movableCards, type DueChange, type MovableCard } from './due-change.ts';

export interface BreakContext {
	readonly today: StudyDay;
	/** First and last study day without reviews. */
	readonly from: StudyDay;
	readonly to: StudyDay;
	/** Over so many days before, and as many after, the cards are spread. */
	readonly spreadDays: number;
	readonly dueCounts: ReadonlyMap<StudyDay, number>;
}

/**
 * Cards due in a break, moved to the days before and after it (scheduling rule 4.14). Moving costs |shift| / interval: long
 * intervals bear it best, so short ones choose first; each takes the day that costs least, full days costing more.
 */
export function takeBreak(records: readonly CardRecord[], context: BreakContext): readonly DueChange[] {
	const { today, from, to, spreadDays } = context;
	const counts = new Map(context.dueCounts);
	const days = [
		...daysFrom(Math.max(today, from - spreadDays), from - 1),
		...daysFrom(to + 1, to + spreadDays)
	];
	if (days.length === 0) return [];
	const cards = movableCards(records)
		.filter(({ state }) => state.dueDay >= from && state.dueDay <= to)
		.sort(
			(a, b) => a.state.intervalDays - b.state.intervalDays || (a.record.cardId < b.record.cardId ? -1 : 1)
		);
	const usual = Math.max(1, sum(days.map((day) => counts.get(day) ?? 0)) / days.length);
	return cards.flatMap((card) => {
		const cost = (day: StudyDay) => shiftCost(card, day) + (0.1 * (counts.get(day) ?? 0)) / usual;
		const day = days.reduce((best, other) => (cost(other) < cost(best) ? other : best));
		counts.set(day, (counts.get(day) ?? 0) + 1);
		return dueChange(card, day);
	});
}

const shiftCost = ({ state }: MovableCard, day: StudyDay) =>
	Math.abs(day - state.dueDay) / state.intervalDays;

const daysFrom = (first: StudyDay, last: StudyDay): readonly StudyDay[] =>
	Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
