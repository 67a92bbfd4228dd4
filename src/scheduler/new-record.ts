import type { CardId } from '#deck/ids.ts';
import { emptyMark } from '#review-log/mark.ts';
import type { CardRecord } from './card-record.ts';

/** The record of a card without any event. */
export const newRecord = (cardId: CardId): CardRecord => ({
	cardId,
	state: { kind: 'new' },
	reps: 0,
	lapses: 0,
	isLeech: false,
	isSuspended: false,
	buriedUntilDay: null,
	flag: 0,
	overlay: null,
	mark: emptyMark,
	reviewMark: emptyMark,
	last: null
});
