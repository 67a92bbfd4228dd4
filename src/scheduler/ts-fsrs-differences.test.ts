import { Rating as FsrsRating, State, createEmptyCard, fsrs } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { DAY_MS, MINUTE_MS } from '#time/instant.ts';
import { createScheduler } from './create-scheduler.ts';
import { newRecord } from './new-record.ts';
import { parseSteps } from './parse-steps.ts';
import { defaultPreset } from './preset.ts';
import { readPreset } from './read-preset.ts';
import { seededRandom } from './seeded-random.ts';

const at = Date.UTC(2026, 10, 24, 4);
const moment = { at, day: 20_781, nextDayAt: at + DAY_MS / 2 };
const scheduler = createScheduler();
const preview = (steps: readonly number[], cardId = 'card') =>
	scheduler.previewRatings(newRecord(cardId as CardId), moment, { ...defaultPreset, learningSteps: steps });
const delayMinutes = ({ delayMs }: { readonly delayMs: number }) => delayMs / MINUTE_MS;

/** Those of the model itself (Q1, Q2, Q4, Q6, Q10) are in fsrs6.test.ts. */
describe('where scheduling here differs from the cards of ts-fsrs, on purpose', () => {
	it('Q3: hard on the first of 1m 10m is 5.5 minutes, on the second 10', () => {
		const theirs = fsrs({ learning_steps: ['1m', '10m'] });
		const hard = theirs.next(createEmptyCard(new Date(at)), new Date(at), FsrsRating.Hard).card;
		expect((hard.due.getTime() - at) / MINUTE_MS).toBe(6);
		expect(delayMinutes(preview([60, 600])[2])).toBe(5.5);
		const record = newRecord('card' as CardId);
		const onSecond = {
			...record,
			state: {
				kind: 'learning' as const,
				step: 1,
				dueAt: at,
				lastReviewAt: at,
				lastReviewDay: moment.day,
				memory: { stability: 2, difficulty: 5 }
			}
		};
		expect(delayMinutes(scheduler.previewRatings(onSecond, moment, defaultPreset)[2])).toBe(10);
	});

	it('Q5: fuzz knows the card and how often it was reviewed, not the time: two devices agree', () => {
		const later = { ...moment, at: at + 3_600_000 };
		const days = (when: typeof moment) =>
			scheduler.previewRatings(newRecord('card' as CardId), when, defaultPreset)[4].intervalDays;
		expect(days(later)).toBe(days(moment));
		expect(seededRandom('card', 1)).not.toBe(seededRandom('card', 2));
		const spread = Array.from({ length: 40 }, (_, card) => preview([60], `card-${card}`)[4].intervalDays);
		expect(new Set(spread).size).toBeGreaterThan(2);
	});

	it('Q7: a desired retention that makes no sense is the usual one, and never throws', () => {
		expect(() => fsrs({ request_retention: 1.2 })).toThrow();
		const read = (value: number) =>
			readPreset(new Map([['app.preset.desiredRetention', value]]), 'deck' as never).desiredRetention;
		expect([0, 1.2, -1, 0.5, 0.995, NaN].map(read).every((value) => value >= 0.7 && value <= 0.99)).toBe(
			true
		);
		expect(read(0.85)).toBe(0.85);
	});

	it('Q8: a step of a day or more is still a step', () => {
		const theirs = fsrs({ learning_steps: ['1d', '3d'] });
		const good = theirs.next(createEmptyCard(new Date(at)), new Date(at), FsrsRating.Good).card;
		expect(good.state).toBe(State.Review);
		expect(preview([86_400, 3 * 86_400])[3]).toMatchObject({ intervalDays: 0 });
	});

	it('Q9: steps may have seconds', () => {
		expect(parseSteps('30s 1.5m')).toEqual([30, 90]);
	});

	it('Q11: dates and the console are left alone by what we use of it', () => {
		expect(preview([60, 600])[1].delayMs).toBe(60_000);
		expect(Object.keys(Date.prototype)).not.toContain('intervalDays');
	});
});
