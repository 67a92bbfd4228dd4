import type { ReviewTable } from './review-table.ts';
import type { Rows } from './select-reviews.ts';

/** Of the reviews whose expected recall lies in one twentieth. */
export interface CalibrationBin {
	readonly count: number;
	/** Means, 0–1. */
	readonly expected: number;
	readonly recalled: number;
}

export interface Calibration {
	readonly count: number;
	/** Bins that hold any, the least expected first. */
	readonly bins: readonly CalibrationBin[];
	/** −mean(ln p of what happened); null where nothing was judged. */
	readonly logLoss: number | null;
	/** √(Σ n·(expected − recalled)² / Σ n) over the bins; null where nothing was judged. */
	readonly rmse: number | null;
}

const binCount = 20;

/** Whether what the model expected is what happened. */
export function buildCalibration(table: ReviewTable, rows: Rows): Calibration {
	const sums = Array.from({ length: binCount }, () => ({ count: 0, expected: 0, recalled: 0 }));
	let loss = 0;
	let count = 0;
	for (const row of rows) {
		const expected = table.expected[row] ?? NaN;
		const bin = sums[Math.min(binCount - 1, Math.floor(expected * binCount))];
		if (bin === undefined) continue;
		const isRecalled = (table.rating[row] ?? 1) > 1;
		bin.count++;
		bin.expected += expected;
		bin.recalled += Number(isRecalled);
		loss -= Math.log(Math.max(isRecalled ? expected : 1 - expected, 1e-7));
		count++;
	}
	const bins = sums
		.filter((bin) => bin.count > 0)
		.map((bin) => ({
			count: bin.count,
			expected: bin.expected / bin.count,
			recalled: bin.recalled / bin.count
		}));
	const squares = bins.reduce((sum, bin) => sum + bin.count * (bin.expected - bin.recalled) ** 2, 0);
	return {
		count,
		bins,
		logLoss: count === 0 ? null : loss / count,
		rmse: count === 0 ? null : Math.sqrt(squares / count)
	};
}
