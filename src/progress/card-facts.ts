import type { CardRecord } from '#scheduler/card-record.ts';
import type { Moment, Scheduler } from '#scheduler/scheduler.ts';
import type { StudyDay } from '#time/study-day.ts';
import { matureDays } from './build-retention.ts';
import type { CardOutline } from './card-outline.ts';

export const standings = ['new', 'learning', 'relearning', 'young', 'mature', 'buried', 'suspended'] as const;
/** Where a card stands; suspended and buried ones are only that. */
export type Standing = (typeof standings)[number];

/** Of one card as it stands now, all that the charts ask for. */
export interface CardFacts extends CardOutline {
	readonly standing: Standing;
	/** Study day on which it is asked next; null where it is new or suspended. */
	readonly dueDay: StudyDay | null;
	/** Null where it is not in review state. */
	readonly intervalDays: number | null;
	/** Days; null for a new card, as the next two. */
	readonly stability: number | null;
	/** 1–10. */
	readonly difficulty: number | null;
	/** Probability of recall now, 0–1. */
	readonly recall: number | null;
}

export function cardFacts(
	outline: CardOutline,
	record: CardRecord | undefined,
	scheduler: Pick<Scheduler, 'describeMemory' | 'retrievability'>,
	moment: Moment
): CardFacts {
	const memory = record ? scheduler.describeMemory(record) : null;
	return {
		...outline,
		standing: standingOf(record, moment.day),
		dueDay: record && !record.isSuspended ? dueDayOf(record, moment.day) : null,
		intervalDays: record?.state.kind === 'review' ? record.state.intervalDays : null,
		stability: memory?.stabilityDays ?? null,
		difficulty: memory?.difficulty ?? null,
		recall: record ? scheduler.retrievability(record, moment.at) : null
	};
}

function standingOf(record: CardRecord | undefined, today: StudyDay): Standing {
	if (record === undefined) return 'new';
	if (record.isSuspended) return 'suspended';
	if (record.buriedUntilDay !== null && today < record.buriedUntilDay) return 'buried';
	const { state } = record;
	if (state.kind !== 'review') return state.kind;
	return state.intervalDays < matureDays ? 'young' : 'mature';
}

/** What is in (re)learning comes today. */
function dueDayOf({ state, buriedUntilDay }: CardRecord, today: StudyDay): StudyDay | null {
	if (state.kind === 'new') return null;
	const day = state.kind === 'review' ? state.dueDay : today;
	return Math.max(day, buriedUntilDay ?? day);
}
