import type { ReviewTable } from './review-table.ts';
import type { Rows } from './select-reviews.ts';

/**
 * RMSE(bins), by which versions of FSRS are compared: √(Σ n·(expected − recalled)² / Σ n), where a bin holds reviews of like
 * interval, like number of reviews before and like number of lapses (fsrs-rs `evaluate`, every review weighing the same).
 * @param rows reviews that are judged, in the table's order; those before them count towards their bin
 * @returns null where none was judged
 */
export function buildBinnedError(table: ReviewTable, rows: Rows): number | null {
	const bins = new Map<string, { count: number; expected: number; recalled: number }>();
	let next = 0;
	table.cardIds.forEach((_, place) => {
		let before: number | undefined;
		let reviews = 1;
		let lapses = 0;
		for (let row = table.starts[place] ?? 0; row < (table.starts[place + 1] ?? 0); row++) {
			const isJudged = rows[next] === row;
			if (isJudged) next++;
			if (table.stability[row] === 0) {
				before = undefined;
				reviews = 1;
				lapses = 0;
				continue;
			}
			const day = table.day[row] ?? 0;
			const elapsed = before === undefined ? 0 : day - before;
			before = day;
			if (elapsed <= 0) continue;
			reviews++;
			const expected = table.expected[row] ?? NaN;
			const isRecalled = (table.rating[row] ?? 0) > 1;
			if (isJudged && !Number.isNaN(expected)) {
				const key = `${rounded(elapsed, 248, 3.62)} ${rounded(reviews, 1.99, 1.89)} ${rounded(lapses, 1.65, 1.73)}`;
				const bin = bins.get(key) ?? { count: 0, expected: 0, recalled: 0 };
				bins.set(key, bin);
				bin.count++;
				bin.expected += expected;
				bin.recalled += Number(isRecalled);
			}
			if (!isRecalled) lapses++;
		}
	});
	let squares = 0;
	let count = 0;
	for (const bin of bins.values()) {
		squares += (bin.expected - bin.recalled) ** 2 / bin.count;
		count += bin.count;
	}
	return count === 0 ? null : Math.sqrt(squares / count);
}

/** To a power of the base, times a factor; 0 stays 0. */
const rounded = (value: number, factor: number, base: number): number =>
	value === 0 ? 0 : Math.round(factor * base ** Math.floor(Math.log(value) / Math.log(base)));
