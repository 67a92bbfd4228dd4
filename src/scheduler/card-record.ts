import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
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
	/** Count of live events and XOR of their ids' hashes: equal marks, equal records. */
	readonly mark: { readonly count: number; readonly xor: string };
}
