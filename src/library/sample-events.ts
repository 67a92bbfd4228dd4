import type { CardId } from '#deck/ids.ts';
import type { EventPayloads, EventType, LogEventOf, Rating, ReviewPayload } from '#review-log/log-event.ts';
import { emptyMark } from '#review-log/mark.ts';

/** Study day 20,000 is in October 2024. */
export const sampleDay = 20_000;

/**
 * For tests of libraries: makes the events of one device, each a second after the one before. Ids are UUIDv7 in form, and
 * told apart by device and number.
 */
export function eventMaker(deviceId = 'device-a', startDay = sampleDay) {
	let count = 0;
	const make = <Type extends EventType>(
		type: Type,
		cardId: string,
		payload: EventPayloads[Type],
		day = startDay
	): LogEventOf<Type> => {
		const at = day * 86_400_000 + ++count * 1_000;
		const hex = at.toString(16).padStart(12, '0');
		const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail(deviceId)}${count.toString(16).padStart(8, '0')}`;
		const event = {
			id,
			deviceId,
			cardId: cardId as CardId,
			type,
			at,
			hlc: at,
			tzOffset: 0,
			day,
			payload,
			v: 1
		};
		return event as unknown as LogEventOf<Type>;
	};
	return {
		make,
		review: (cardId: string, rating: Rating = 3, day = startDay, payload: Partial<ReviewPayload> = {}) =>
			make('review', cardId, { ...(rating === 1 ? failedReview : goodReview), rating, ...payload }, day),
		undo: (target: { readonly id: string; readonly cardId: string }, day = startDay) =>
			make('undo', target.cardId, { target: target.id }, day)
	};
}

const goodReview: ReviewPayload = {
	rating: 3,
	tookMs: 1_000,
	mode: 'normal',
	intervalDays: 3,
	desiredRetention: 0.9,
	parametersId: 'fsrs6',
	prefix: emptyMark
};

const failedReview: ReviewPayload = { ...goodReview, rating: 1, intervalDays: 0, delaySeconds: 60 };

const tail = (deviceId: string) =>
	Array.from(deviceId)
		.reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_536, 7)
		.toString(16)
		.padStart(4, '0');
