import fc from 'fast-check';
import type { CardId } from '#deck/ids.ts';
import { createEventFactory } from '#review-log/create-event-factory.ts';
import type { LogEvent, LogEventOf, Rating } from '#review-log/log-event.ts';
import { emptyMark } from '#review-log/mark.ts';
import { HOUR_MS } from '#time/instant.ts';
import { studyDay } from '#time/study-day.ts';

/** For tests: logs with undo, cram, forgetting and travel, at any rollover hour, and what a slow walk of them says. */
const start = Date.UTC(2026, 2, 20, 9);

const step = fc.record({
	card: fc.nat(4),
	rating: fc.constantFrom<Rating>(1, 2, 3, 4),
	hours: fc.nat(24 * 30),
	intervalDays: fc.constantFrom(0, 1, 5, 20, 21, 60),
	offset: fc.constantFrom(-660, -300, 0, 345, 480, 840),
	what: fc.constantFrom(
		'review',
		'review',
		'review',
		'review',
		'review',
		'review',
		'review',
		'cram',
		'reset'
	),
	undoes: fc.option(fc.nat(30), { freq: 6 })
});
export type ExampleStep = typeof step extends fc.Arbitrary<infer Step> ? Step : never;

export const exampleCard = (number: number) => `c${number}` as CardId;

export function playLog(steps: readonly ExampleStep[], rolloverHour: number) {
	const events: LogEvent[] = [];
	let now = start;
	let offset = 0;
	let bytes = 0;
	const factory = createEventFactory({
		deviceId: 'd',
		clock: { now: () => now, utcOffsetMinutes: () => offset },
		randomBytes: (count) => Uint8Array.from({ length: count }, () => ++bytes % 256),
		rolloverHour
	});
	for (const { card, rating, hours, intervalDays, offset: place, what, undoes } of steps) {
		now += hours * HOUR_MS + 1;
		offset = place;
		const cardId = exampleCard(card);
		const target = undoes === null ? undefined : events[undoes];
		if (target !== undefined) events.push(factory.create('undo', target.cardId, { target: target.id }, now));
		else if (what === 'reset') events.push(factory.create('reset', cardId, { zeroCounts: false }, now));
		else
			events.push(
				factory.create(
					'review',
					cardId,
					{
						rating,
						tookMs: 1_000 * rating,
						mode: what === 'cram' ? 'cram' : 'normal',
						intervalDays: rating === 1 ? 0 : intervalDays,
						desiredRetention: 0.9,
						parametersId: 'fsrs-6',
						prefix: emptyMark
					},
					now
				)
			);
	}
	return { events, now, today: studyDay(now, offset, rolloverHour), rolloverHour };
}

export type ExampleLog = ReturnType<typeof playLog>;

export const exampleLogs = fc
	.tuple(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), fc.nat(23))
	.map(([steps, rolloverHour]) => playLog(steps, rolloverHour));

/** Undone: named by an undo that is not itself undone. Slow, and by another way than the product's. */
function isLive(event: LogEvent, events: readonly LogEvent[]): boolean {
	return !events.some(
		(other) => other.type === 'undo' && other.payload.target === event.id && isLive(other, events)
	);
}

/** The live reviews that count and the live resets, of all cards. */
export const liveOf = (events: readonly LogEvent[]): readonly LogEventOf<'review' | 'reset'>[] =>
	events.flatMap((event) =>
		((event.type === 'review' && event.payload.mode === 'normal') || event.type === 'reset') &&
		isLive(event, events)
			? [event]
			: []
	);

export const countedOf = (events: readonly LogEvent[]): readonly LogEventOf<'review'>[] =>
	liveOf(events).flatMap((event) => (event.type === 'review' ? [event] : []));
