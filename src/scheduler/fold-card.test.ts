import { describe, expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { exampleEvent } from '#review-log/event-examples.ts';
import type { EventPayloads, LogEvent, LogEventOf, Rating } from '#review-log/log-event.ts';
import { markOf } from '#review-log/mark.ts';
import { DAY_MS, MINUTE_MS } from '#time/instant.ts';
import { createScheduler } from './create-scheduler.ts';
import { defaultPreset } from './preset.ts';

const card = 'card' as CardId;
const scheduler = createScheduler();
const noon = 12 * 60 * MINUTE_MS;

/** A review on a day, by a device that knew of the events before it. */
function review(
	rating: Rating,
	day: number,
	intervalDays: number,
	before: readonly LogEvent[] = [],
	change: Partial<EventPayloads['review']> = {}
): LogEventOf<'review'> {
	const at = day * DAY_MS + noon;
	const hlc = Math.max(at, ...before.map((event) => event.hlc + 1));
	const payload = {
		rating,
		tookMs: 1_000,
		mode: 'normal' as const,
		intervalDays,
		desiredRetention: 0.9,
		parametersId: 'fsrs-6',
		prefix: markOf(before.filter(({ type }) => type === 'review' || type === 'reset').map(({ id }) => id)),
		...change
	};
	return exampleEvent('review', payload, { id: `r${rating}@${hlc}`, hlc, at, day });
}

const fold = (...events: LogEvent[]) => scheduler.foldCard(card, events);

describe('foldCard', () => {
	it('begins with a new card', () => {
		expect(fold()).toEqual({
			cardId: 'card',
			state: { kind: 'new' },
			reps: 0,
			lapses: 0,
			isLeech: false,
			isSuspended: false,
			buriedUntilDay: null,
			flag: 0,
			overlay: null,
			mark: { count: 0, xor: '0000000000000000' },
			reviewMark: { count: 0, xor: '0000000000000000' },
			last: null
		});
	});

	it('applies what was stored on the button', () => {
		const first = review(4, 100, 8);
		expect(fold(first)).toMatchObject({
			state: { kind: 'review', dueDay: 108, intervalDays: 8, memory: { stability: 8.2956 } },
			reps: 1,
			last: { hlc: first.hlc, id: first.id }
		});
	});

	it('walks the learning steps', () => {
		const first = review(3, 100, 0, [], { delaySeconds: 640 });
		expect(fold(first).state).toMatchObject({ kind: 'learning', step: 1, dueAt: first.at + 640_000 });
		const second = review(3, 100, 2, [first]);
		expect(fold(first, second).state).toMatchObject({ kind: 'review', dueDay: 102, intervalDays: 2 });
	});

	it('counts a lapse only for again in review, and goes through relearning', () => {
		const first = review(4, 100, 8);
		const lapse = review(1, 108, 0, [first], { delaySeconds: 600 });
		const again = review(1, 108, 0, [first, lapse], { delaySeconds: 600 });
		const record = fold(first, lapse, again);
		expect(record).toMatchObject({ lapses: 1, reps: 3, state: { kind: 'relearning', step: 0 } });
	});

	it('makes a leech at the threshold that was in force', () => {
		const events: LogEvent[] = [review(4, 100, 8)];
		for (let lapse = 1; lapse <= 8; lapse++) {
			events.push(review(1, 100 + lapse * 10, 0, events, { delaySeconds: 600 }));
			expect(fold(...events).isLeech, `${lapse} lapses`).toBe(lapse === 8);
			events.push(review(4, 100 + lapse * 10, 5, events));
		}
		const options = { leechThreshold: 2, learningSteps: [], relearningSteps: [] };
		const first = review(4, 100, 8, [], { options });
		const second = review(1, 108, 1, [first], { options });
		const third = review(1, 109, 1, [first, second], { options });
		expect([fold(first, second).isLeech, fold(first, second, third).isLeech]).toEqual([false, true]);
	});

	it('takes 0 for never a leech', () => {
		const options = { leechThreshold: 0, relearningSteps: [] };
		const events: LogEvent[] = [review(4, 100, 8)];
		for (let lapse = 0; lapse < 20; lapse++) events.push(review(1, 110 + lapse, 1, events, { options }));
		expect(fold(...events)).toMatchObject({ lapses: 20, isLeech: false });
	});

	it('has no effect of a cram review, and does not mind one in between', () => {
		const first = review(4, 100, 8);
		const cram = review(1, 101, 0, [first], { mode: 'cram' });
		const second = review(3, 108, 20, [first]);
		expect(fold(first, cram, second)).toMatchObject({ reps: 2, state: { dueDay: 128 } });
		expect(fold(cram)).toMatchObject({ reps: 0, state: { kind: 'new' } });
	});

	it('forgets, keeping or zeroing the counts', () => {
		const first = review(4, 100, 8);
		const lapse = review(1, 108, 0, [first]);
		const forget = (zeroCounts: boolean) => exampleEvent('reset', { zeroCounts }, { hlc: lapse.hlc + 1 });
		expect(fold(first, lapse, forget(false))).toMatchObject({ state: { kind: 'new' }, reps: 2, lapses: 1 });
		expect(fold(first, lapse, forget(true))).toMatchObject({ state: { kind: 'new' }, reps: 0, lapses: 0 });
		const anew = review(4, 120, 9, [first, lapse, forget(true)]);
		expect(fold(first, lapse, forget(true), anew).state).toMatchObject({
			memory: { stability: 8.2956 },
			dueDay: 129
		});
	});

	it('sets another due day by hand: the interval runs from the last review, memory stays', () => {
		const first = review(4, 100, 8);
		const set = (dueDay: number) =>
			exampleEvent('setDue', { dueDay, cause: 'set' }, { hlc: first.hlc + 1, day: 103 });
		const { memory } = fold(first).state as { memory: object };
		expect(fold(first, set(105)).state).toMatchObject({
			kind: 'review',
			dueDay: 105,
			intervalDays: 5,
			memory
		});
		expect(fold(first, set(90)).state).toMatchObject({ dueDay: 90, intervalDays: 1 });
		const learning = review(1, 100, 0);
		expect(fold(learning, set(105)).state).toMatchObject({ kind: 'review', dueDay: 105, intervalDays: 5 });
		expect(fold(set(105)).state).toEqual({ kind: 'new' });
	});

	it('suspends, buries until the next study day, flags, writes over', () => {
		const at = (hlc: number) => ({ hlc, day: 100 });
		expect(fold(exampleEvent('suspend', {}, at(1))).isSuspended).toBe(true);
		expect(fold(exampleEvent('suspend', {}, at(1)), exampleEvent('unsuspend', {}, at(2))).isSuspended).toBe(
			false
		);
		expect(fold(exampleEvent('bury', { cause: 'manual' }, at(1))).buriedUntilDay).toBe(101);
		expect(
			fold(exampleEvent('flag', { flag: 3 }, at(1)), exampleEvent('flag', { flag: 0 }, at(2))).flag
		).toBe(0);
		const edit = (front: string | null, back: string | null, hlc: number) =>
			exampleEvent('edit', { front, back }, at(hlc));
		expect(fold(edit('Q', null, 1)).overlay).toEqual({ front: 'Q', back: null });
		expect(fold(edit('Q', null, 1), edit(null, null, 2)).overlay).toBeNull();
	});

	it('counts days by the study day of each event, never below 0', () => {
		const first = review(3, 100, 2);
		const back = review(3, 60, 2, [first]);
		const sameDay = review(3, 100, 2, [first]);
		expect(fold(first, back).state).toMatchObject({
			memory: (fold(first, sameDay).state as { memory: object }).memory
		});
	});

	it('ignores other reviews when it decides a due date that was rated knowing them', () => {
		const first = review(4, 100, 8);
		// What was shown, not what the model would say now: balanced to another day.
		expect(fold(first, review(3, 108, 33, [first])).state).toMatchObject({ dueDay: 141 });
	});

	it('schedules anew what was rated without knowing of others, by its own target', () => {
		const first = review(4, 100, 8);
		const onPhone = review(3, 105, 22, [first]);
		const onTablet = review(3, 106, 25, [first]);
		const merged = fold(first, onPhone, onTablet);
		expect(merged.state).toMatchObject({ lastReviewDay: 106 });
		const { dueDay } = merged.state as { dueDay: number };
		expect(dueDay).not.toBe(131);
		const byHand = scheduler.previewRatings(
			fold(first, onPhone),
			{ at: onTablet.at, day: 106, nextDayAt: onTablet.at + DAY_MS },
			defaultPreset
		);
		expect(dueDay - 106).toBe(byHand[3].intervalDays);
		// Undoing the other review makes the stored interval good again.
		const undo = exampleEvent('undo', { target: onPhone.id }, { hlc: onTablet.hlc + 1 });
		expect(fold(first, onPhone, onTablet, undo).state).toMatchObject({ dueDay: 131 });
	});

	it('keeps both of two reviews on one day, on two devices', () => {
		const first = review(4, 100, 8);
		const one = review(1, 108, 0, [first]);
		const other = exampleEvent('review', review(3, 108, 20, [first]).payload, {
			id: 'zz',
			at: one.at,
			hlc: one.hlc,
			day: 108
		});
		expect(fold(first, one, other)).toMatchObject({ reps: 3, lapses: 1 });
		expect(fold(first, other, one)).toEqual(fold(one, first, other));
	});

	it('uses unknown parameters as those in force, and unknown steps as the first', () => {
		const odd = review(3, 100, 0, [], {
			parametersId: 'lost',
			prefix: { count: 9, xor: 'ffffffffffffffff' }
		});
		expect(fold(odd).state.kind).toBe('learning');
		const graduated = review(3, 100, 0, [], { options: { learningSteps: [] } });
		expect(fold(graduated).state).toMatchObject({ kind: 'learning', step: 0, dueAt: graduated.at + 60_000 });
	});
});

describe('the same rating, previewed and applied', () => {
	it('comes to the same due date, in every state', () => {
		let events: LogEvent[] = [];
		for (const [index, rating] of ([3, 3, 3, 1, 2, 3, 4, 1, 1, 3, 3] as const).entries()) {
			const record = fold(...events);
			const at = (100 + index * 7) * DAY_MS + noon;
			const moment = { at, day: 100 + index * 7, nextDayAt: at + 16 * 60 * MINUTE_MS };
			const previews = scheduler.previewRatings(record, moment, defaultPreset);
			const payload = scheduler.reviewPayload(record, {
				rating,
				previews,
				preset: defaultPreset,
				tookMs: 90_000,
				mode: 'normal'
			});
			const event = exampleEvent('review', payload, { id: `e${index}`, hlc: at, at, day: moment.day });
			const next = scheduler.appendEvent(record, event);
			events = [...events, event];
			expect(next).toEqual(fold(...events));
			const { intervalDays, delaySeconds } = previews[rating];
			expect(next?.state).toMatchObject(
				intervalDays > 0
					? { kind: 'review', dueDay: moment.day + intervalDays }
					: { dueAt: at + (delaySeconds ?? NaN) * 1000 }
			);
			expect(payload).toMatchObject({ tookMs: 60_000, prefix: record.reviewMark });
			expect(payload.options).toBeUndefined();
		}
	});

	it('stores options only where they are not the usual ones', () => {
		const preset = { ...defaultPreset, learningSteps: [30], maximumIntervalDays: 100, newPerDay: 5 };
		const record = fold();
		const moment = { at: 0, day: 0, nextDayAt: DAY_MS };
		const previews = scheduler.previewRatings(record, moment, preset);
		const answer = { rating: 3, previews, preset, tookMs: -5, mode: 'normal' } as const;
		expect(scheduler.reviewPayload(record, answer)).toMatchObject({
			options: { learningSteps: [30], maximumIntervalDays: 100 },
			tookMs: 0
		});
	});
});
