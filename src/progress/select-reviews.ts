import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { ReviewTable } from './review-table.ts';

/** Places of reviews in a table, in its order. */
export type Rows = Uint32Array;

/** The reviews that count. @param cards all, where absent; `from` and `to` are included */
export function selectReviews(
	table: ReviewTable,
	{ cards, from = -Infinity, to = Infinity }: { cards?: ReadonlySet<CardId>; from?: StudyDay; to?: StudyDay }
): Rows {
	const rows = new Uint32Array(table.day.length);
	let count = 0;
	table.cardIds.forEach((id, place) => {
		if (cards?.has(id) === false) return;
		const end = table.starts[place + 1] ?? 0;
		for (let row = table.starts[place] ?? 0; row < end; row++) {
			const day = table.day[row] ?? 0;
			if (day >= from && day <= to && table.rating[row] !== 0) rows[count++] = row;
		}
	});
	return rows.subarray(0, count);
}
