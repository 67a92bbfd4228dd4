import type { CardId } from '#deck/ids.ts';
import type { RecallCurve } from '#scheduler/recall-curve.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { ReviewTable } from './review-table.ts';

export interface KnowledgePoint {
	readonly day: StudyDay;
	/** Cards seen by then and not forgotten. */
	readonly seen: number;
	/** Σ of their probabilities of recall on that day: how many were known. */
	readonly expected: number;
}

export interface KnowledgeSpan {
	/** Included; where it is before the first review, that counts. */
	readonly from: StudyDay;
	/** Not included: what is known today is known better, by the minute (`buildKnown`). */
	readonly today: StudyDay;
	readonly mostPoints: number;
}

/**
 * How much was known on days of the past, evenly apart, by the last review of each card until then.
 * @param cards those that are counted
 */
export function buildKnowledge(
	table: ReviewTable,
	cards: ReadonlySet<CardId>,
	{ from, today, mostPoints }: KnowledgeSpan,
	recall: RecallCurve
): readonly KnowledgePoint[] {
	const places = table.cardIds.flatMap((id, place) => (cards.has(id) ? [place] : []));
	const days = daysOf(Math.max(from, firstDay(table, places)), today, mostPoints);
	const first = days[0] ?? today;
	const step = (days[1] ?? today) - first || 1;
	const seen = new Float64Array(days.length);
	const expected = new Float64Array(days.length);
	for (const place of places) {
		// A review counts from its day on, until one that is after it in the log (whose clock may have been behind).
		let until: StudyDay = today;
		for (let row = (table.starts[place + 1] ?? 0) - 1; row >= (table.starts[place] ?? 0); row--) {
			const day = table.day[row] ?? 0;
			const stability = table.stability[row] ?? 0;
			const begin = Math.max(0, Math.ceil((day - first) / step));
			for (let at = begin; stability > 0 && first + at * step < until; at++) {
				seen[at] = (seen[at] ?? 0) + 1;
				expected[at] = (expected[at] ?? 0) + recall(stability, first + at * step - day);
			}
			until = Math.min(until, day);
		}
	}
	return days.map((day, at) => ({ day, seen: seen[at] ?? 0, expected: expected[at] ?? 0 }));
}

function firstDay(table: ReviewTable, places: readonly number[]): StudyDay {
	let first = Infinity;
	for (const place of places)
		for (let row = table.starts[place] ?? 0; row < (table.starts[place + 1] ?? 0); row++)
			if (table.stability[row] !== 0) first = Math.min(first, table.day[row] ?? Infinity);
	return first;
}

/** Counted back from today, which is left out. */
function daysOf(from: StudyDay, today: StudyDay, mostPoints: number): readonly StudyDay[] {
	if (from >= today) return [];
	const step = Math.ceil((today - from) / mostPoints);
	const count = Math.floor((today - from) / step);
	return Array.from({ length: count }, (_, index) => today - (count - index) * step);
}
