import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { ReviewTable } from './gather-reviews.ts';

/** Places of rows in a table, in its order. */
export type Rows = Uint32Array;

/** @param cards all, where absent; `from` and `to` are included */
export function selectReviews(
	table: ReviewTable,
	{ cards, from = -Infinity, to = Infinity }: { cards?: ReadonlySet<CardId>; from?: StudyDay; to?: StudyDay }
): Rows {
	const isWanted = table.cardIds.map((id) => cards?.has(id) ?? true);
	const rows = new Uint32Array(table.day.length);
	let count = 0;
	for (let row = 0; row < table.day.length; row++) {
		const day = table.day[row] ?? 0;
		if (day >= from && day <= to && isWanted[table.card[row] ?? -1]) rows[count++] = row;
	}
	return rows.subarray(0, count);
}
