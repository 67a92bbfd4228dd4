import { matureDays } from './build-retention.ts';
import type { ReviewTable } from './review-table.ts';
import type { Rows } from './select-reviews.ts';

export const ages = ['learning', 'young', 'mature'] as const;
export type Age = (typeof ages)[number];

export interface Habits {
	/** Reviews by rating, again to easy. */
	readonly buttons: Readonly<Record<Age, readonly [number, number, number, number]>>;
	/** By local hour, 0–23. */
	readonly hours: readonly { readonly reviews: number; readonly passed: number }[];
}

/** How it is answered, and when. New cards count as learning. */
export function buildHabits(table: ReviewTable, rows: Rows): Habits {
	const buttons = {
		learning: [0, 0, 0, 0] as [number, number, number, number],
		young: [0, 0, 0, 0] as [number, number, number, number],
		mature: [0, 0, 0, 0] as [number, number, number, number]
	};
	const hours = Array.from({ length: 24 }, () => ({ reviews: 0, passed: 0 }));
	for (const row of rows) {
		const interval = table.intervalBefore[row] ?? -1;
		const age: Age = interval < 1 ? 'learning' : interval < matureDays ? 'young' : 'mature';
		const rating = table.rating[row] ?? 1;
		buttons[age][(rating - 1) as 0 | 1 | 2 | 3]++;
		const hour = hours[table.hour[row] ?? 0];
		if (hour === undefined) continue;
		hour.reviews++;
		if (rating > 1) hour.passed++;
	}
	return { buttons, hours };
}
