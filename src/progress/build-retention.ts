import type { StudyDay } from '#time/study-day.ts';
import type { ReviewTable } from './review-table.ts';
import type { Rows } from './select-reviews.ts';

export const retentionPeriods = ['today', 'yesterday', 'week', 'month', 'year', 'all'] as const;
export type RetentionPeriod = (typeof retentionPeriods)[number];

/** Of reviews that ended an interval of a day or more. Hard passes. */
export interface Retention {
	readonly passed: number;
	readonly failed: number;
	/** passed / (passed + failed); null where there are none. */
	readonly rate: number | null;
	/** Mean of what the model expected of those of them that it is judged by; null where there are none. */
	readonly expected: number | null;
}

export interface RetentionRow {
	readonly period: RetentionPeriod;
	/** Interval before under 21 days. */
	readonly young: Retention;
	readonly mature: Retention;
	readonly all: Retention;
}

/** True retention beside what was predicted: calibration at a glance. Periods end with today. */
export function buildRetention(table: ReviewTable, rows: Rows, today: StudyDay): readonly RetentionRow[] {
	const from = {
		today,
		yesterday: today - 1,
		week: today - 6,
		month: today - 29,
		year: today - 364,
		all: -Infinity
	};
	return retentionPeriods.map((period) => {
		const to = period === 'yesterday' ? today - 1 : today;
		const young = new Tally();
		const mature = new Tally();
		const all = new Tally();
		for (const row of rows) {
			const day = table.day[row] ?? 0;
			const interval = table.intervalBefore[row] ?? -1;
			if (day < from[period] || day > to || interval < 1) continue;
			const isPassed = (table.rating[row] ?? 1) > 1;
			const expected = table.expected[row] ?? NaN;
			(interval < matureDays ? young : mature).add(isPassed, expected);
			all.add(isPassed, expected);
		}
		return { period, young: young.result(), mature: mature.result(), all: all.result() };
	});
}

/** Interval from which a card is mature. */
export const matureDays = 21;

class Tally {
	#passed = 0;
	#failed = 0;
	#expected = 0;
	#judged = 0;

	add(isPassed: boolean, expected: number): void {
		if (isPassed) this.#passed++;
		else this.#failed++;
		if (Number.isNaN(expected)) return;
		this.#expected += expected;
		this.#judged++;
	}

	result(): Retention {
		const count = this.#passed + this.#failed;
		return {
			passed: this.#passed,
			failed: this.#failed,
			rate: count === 0 ? null : this.#passed / count,
			expected: this.#judged === 0 ? null : this.#expected / this.#judged
		};
	}
}
