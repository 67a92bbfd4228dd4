import type { StudyDay } from '#time/study-day.ts';
import type { CardRecord } from './card-record.ts';
import { dueChange, movableCards, type DueChange } from './due-change.ts';
import { exactRange, fuzzRange, pickDay } from './fuzz.ts';
import type { Preset } from './preset.ts';
import type { Scheduler } from './scheduler.ts';
import { seededRandom } from './seeded-random.ts';

export interface RescheduleContext {
	readonly scheduler: Pick<Scheduler, 'daysUntil'>;
	readonly preset: Pick<Preset, 'desiredRetention' | 'maximumIntervalDays' | 'isFuzzed'>;
	readonly today: StudyDay;
}

/**
 * New due days after desired retention or parameters have changed (scheduling rule 4.12): last review + the interval that
 * the model gives now, moved by the same fuzz as then, never before today. What would be overdue either way stays.
 */
export function reschedule(records: readonly CardRecord[], context: RescheduleContext): readonly DueChange[] {
	const { scheduler, preset, today } = context;
	return movableCards(records).flatMap((card) => {
		const { record, state } = card;
		const days = scheduler.daysUntil(record, preset.desiredRetention) ?? state.intervalDays;
		const range = (preset.isFuzzed ? fuzzRange : exactRange)(days, 1, preset.maximumIntervalDays);
		if (range.upper < today - state.lastReviewDay) return [];
		const interval = pickDay(range, seededRandom(record.cardId, record.reviewMark.count - 1));
		return dueChange(card, Math.max(today, state.lastReviewDay + interval));
	});
}
