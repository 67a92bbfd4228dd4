import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardRecord } from './card-record.ts';
import type { CardState } from './card-state.ts';

/** Another due day for a card: written as a `setDue` event, so it can be undone and memory stays as it is. */
export interface DueChange {
	readonly cardId: CardId;
	readonly from: StudyDay;
	readonly to: StudyDay;
}

type ReviewState = Extract<CardState, { kind: 'review' }>;

/** A card whose due day may be moved: in review, neither suspended nor buried by hand. */
export interface MovableCard {
	readonly record: CardRecord;
	readonly state: ReviewState;
}

export const movableCards = (records: readonly CardRecord[]): readonly MovableCard[] =>
	records.flatMap((record) =>
		record.state.kind === 'review' && !record.isSuspended ? [{ record, state: record.state }] : []
	);

/** Nothing where the day stays the same. */
export const dueChange = ({ record, state }: MovableCard, to: StudyDay): readonly DueChange[] =>
	to === state.dueDay ? [] : [{ cardId: record.cardId, from: state.dueDay, to }];
