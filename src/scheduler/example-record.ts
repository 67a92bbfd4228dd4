import type { CardId } from '#deck/ids.ts';
import { DAY_MS } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardRecord } from './card-record.ts';
import { newRecord } from './new-record.ts';

/** For tests: a card in review, last seen at noon of a study day. */
export function exampleRecord(
	cardId: string,
	{
		lastReviewDay,
		intervalDays,
		stability = intervalDays,
		difficulty = 5
	}: {
		readonly lastReviewDay: StudyDay;
		readonly intervalDays: number;
		readonly stability?: number;
		readonly difficulty?: number;
	}
): CardRecord {
	return {
		...newRecord(cardId as CardId),
		reps: 1,
		reviewMark: { count: 1, xor: '0000000000000001' },
		state: {
			kind: 'review',
			memory: { stability, difficulty },
			lastReviewAt: lastReviewDay * DAY_MS + DAY_MS / 2,
			lastReviewDay,
			dueDay: lastReviewDay + intervalDays,
			intervalDays
		}
	};
}
