import type { CardRecord } from '#scheduler/card-record.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';

/** Which of the library's lists a card of an installed deck stands in; a deckless card stands in none. */
export interface CardStanding {
	/** Never reviewed (or its reviews were undone or forgotten), and not suspended. */
	readonly isUnseen: boolean;
	readonly isSuspended: boolean;
	/** Set for review cards that are not suspended. */
	readonly dueDay?: StudyDay;
	/** Set for (re)learning cards that are not suspended. */
	readonly learningDueAt?: Instant;
}

/** @param record undefined for a card without any event */
export function cardStanding(record: CardRecord | undefined): CardStanding {
	if (!record) return { isUnseen: true, isSuspended: false };
	const { state, isSuspended } = record;
	if (isSuspended) return { isUnseen: false, isSuspended };
	switch (state.kind) {
		case 'new':
			return { isUnseen: true, isSuspended };
		case 'review':
			return { isUnseen: false, isSuspended, dueDay: state.dueDay };
		case 'learning':
		case 'relearning':
			return { isUnseen: false, isSuspended, learningDueAt: state.dueAt };
	}
}
