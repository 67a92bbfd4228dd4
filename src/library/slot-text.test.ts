import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { slotsToText, textToSlots } from './slot-text.ts';
import type { Slot } from './states-page.ts';

const day = fc.integer({ min: -1_000, max: 100_000 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const mark = fc.record({ count: fc.nat(), xor: fc.constantFrom('0'.repeat(16), '00ff00ff00ff00ff') });
const seen = {
	memory: fc.oneof(
		fc.record({ stability: number, difficulty: number }),
		fc.record({ slow: number, fast: number, difficulty: number })
	),
	lastReviewAt: fc.nat(),
	lastReviewDay: day
};
const state = fc.oneof(
	fc.constant({ kind: 'new' as const }),
	fc.record({
		kind: fc.constantFrom('learning' as const, 'relearning' as const),
		...seen,
		step: fc.nat(9),
		dueAt: fc.nat()
	}),
	fc.record({ kind: fc.constant('review' as const), ...seen, dueDay: day, intervalDays: fc.nat() })
);
const record: fc.Arbitrary<CardRecord> = fc
	.record(
		{
			cardId: fc.constant('a' as CardId),
			state,
			reps: fc.nat(),
			lapses: fc.nat(),
			isLeech: fc.boolean(),
			isSuspended: fc.boolean(),
			buriedUntilDay: fc.option(day),
			flag: fc.nat(9),
			overlay: fc.option(fc.record({ front: fc.option(fc.string()), back: fc.option(fc.string()) })),
			mark,
			reviewMark: mark,
			last: fc.option(fc.record({ hlc: fc.nat(), id: fc.uuid() })),
			unmetUndos: fc.array(fc.uuid(), { minLength: 1 }),
			/** Of a version to come. */
			unknown: fc.nat()
		},
		{
			requiredKeys: [
				'cardId',
				'state',
				'reps',
				'lapses',
				'isLeech',
				'isSuspended',
				'buriedUntilDay',
				'flag',
				'overlay',
				'mark',
				'reviewMark',
				'last'
			]
		}
	)
	.map((value) => value as CardRecord);
const slot: fc.Arbitrary<Slot> = fc.record(
	{
		cardId: fc.constant('a' as CardId),
		siblingGroup: fc.string(),
		record,
		followers: fc.array(fc.string().map((id) => id as CardId)),
		isElsewhere: fc.constant(true as const)
	},
	{ requiredKeys: ['cardId', 'siblingGroup'] }
);

test('slots are read as they were written', () => {
	fc.assert(
		fc.property(fc.array(slot, { maxLength: 4 }), (slots) => {
			expect(textToSlots(slotsToText(slots))).toEqual(JSON.parse(JSON.stringify(slots)));
		}),
		{ numRuns: 500 }
	);
});

test('a record takes little room', () => {
	const usual: CardRecord = {
		cardId: 'k3v9q2m7t4x8b6n1' as CardId,
		state: {
			kind: 'review',
			memory: { stability: 12.34567891, difficulty: 5.12345678 },
			lastReviewAt: 1_795_000_000_000,
			lastReviewDay: 20_775,
			intervalDays: 12,
			dueDay: 20_787
		},
		reps: 9,
		lapses: 1,
		isLeech: false,
		isSuspended: false,
		buriedUntilDay: null,
		flag: 0,
		overlay: null,
		mark: { count: 9, xor: '0123456789abcdef' },
		reviewMark: { count: 9, xor: '0123456789abcdef' },
		last: { hlc: 1_795_000_000_000, id: '0199d6a5-4c00-7000-8000-0123456789ab' }
	};
	const slots = [{ cardId: usual.cardId, siblingGroup: 'g', record: usual }];
	expect(slotsToText(slots).length).toBeLessThan(0.5 * JSON.stringify(slots).length);
});
