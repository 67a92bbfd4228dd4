import type { Scheduler } from '#scheduler/scheduler.ts';
import type { CardInfo } from '#session/read-card-info.ts';
import { DAY_MS, type Instant } from '#time/instant.ts';

/** How recall falls after the last review. Days count from it. */
export interface ForgettingCurve {
	readonly points: readonly { readonly days: number; readonly recall: number }[];
	/** Recall is aimed at this, 0–1. */
	readonly target: number | undefined;
	readonly nowDays: number;
	/** As the model has it now. */
	readonly nowRecall: number;
	readonly lastDays: number;
}

const recalls = [0.99, 0.97, 0.95, 0.93, 0.9, 0.87, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.55, 0.5];

/** Undefined for a card without a memory yet. */
export function forgettingCurve(
	scheduler: Scheduler,
	{ record, recall, why }: CardInfo,
	now: Instant
): ForgettingCurve | undefined {
	const { state } = record;
	if (state.kind === 'new' || recall === null) return undefined;
	const nowDays = Math.max(0, (now - state.lastReviewAt) / DAY_MS);
	const points = recalls.flatMap((level) => {
		const days = scheduler.daysUntil(record, level);
		return days === null ? [] : [{ days, recall: level }];
	});
	const due = points.find((point) => point.recall <= 0.8)?.days ?? 1;
	const lastDays = Math.max(due, nowDays * 1.1, 1);
	return {
		points: [{ days: 0, recall: 1 }, ...points],
		target: why.kind === 'interval' ? why.desiredRetention : undefined,
		nowDays,
		nowRecall: recall,
		lastDays
	};
}
