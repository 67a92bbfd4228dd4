import type { StudyDay } from '#time/study-day.ts';
import type { MovableCard } from './due-change.ts';
import type { Preset } from './preset.ts';
import type { Scheduler } from './scheduler.ts';

export interface OverdueContext {
	readonly scheduler: Pick<Scheduler, 'daysUntil' | 'describeMemory'>;
	readonly preset: Pick<Preset, 'desiredRetention' | 'maximumIntervalDays'>;
	readonly today: StudyDay;
}

/**
 * Days elapsed over the days that would meet the desired retention, minus 1: 0 exactly on time, 1 twice as late. By FSRS
 * this is (R^(1/d) − 1) / (DR^(1/d) − 1) − 1 for the R at that time.
 */
export function overdueness({ record }: MovableCard, elapsedDays: number, context: OverdueContext): number {
	const ideal = context.scheduler.daysUntil(record, context.preset.desiredRetention) ?? 1;
	return elapsedDays / Math.max(ideal, 1e-9) - 1;
}

export const elapsedDays = ({ state }: MovableCard, today: StudyDay): number =>
	Math.max(0, today - state.lastReviewDay);
