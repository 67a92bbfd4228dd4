import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { EventId, Mark } from '#review-log/log-event.ts';
import type { CardState } from './card-state.ts';

/** All that the log says of one card: the fold of its live events. A projection; rebuilding it gives the same. */
export interface CardRecord {
	readonly cardId: CardId;
	readonly state: CardState;
	/** Reviews that count (undone, forgotten and cram reviews do not). */
	readonly reps: number;
	/** "again" while in review state. */
	readonly lapses: number;
	readonly isLeech: boolean;
	readonly isSuspended: boolean;
	/** Hidden while today's study day is before this one; null when not buried. */
	readonly buriedUntilDay: StudyDay | null;
	/** 0 = none. */
	readonly flag: number;
	readonly overlay: { readonly front: string | null; readonly back: string | null } | null;
	/** All live events (undos apart): equal marks, equal records. */
	readonly mark: Mark;
	/** Only the live events that schedule (reviews that are no cram, resets): what a review event stores as its prefix. */
	readonly reviewMark: Mark;
	/** The last event in log order, live or not, or null: what comes after it can be appended without a fold. */
	readonly last: { readonly hlc: number; readonly id: EventId } | null;
	/** Targets of undos that have arrived before them; absent where there are none. */
	readonly unmetUndos?: readonly EventId[];
}
