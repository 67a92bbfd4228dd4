import { describe, expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { exampleEvent } from '#review-log/event-examples.ts';
import type { Rating } from '#review-log/log-event.ts';
import { markOf } from '#review-log/mark.ts';
import { DAY_MS } from '#time/instant.ts';
import type { Memory } from './card-state.ts';
import { defaultParameterSet } from './create-memory-model.ts';
import { foldCard } from './fold-card.ts';
import type { MemoryModel } from './memory-model.ts';

/**
 * A model unlike FSRS-6 in all that a later one may be: three numbers, under other names, and time in fractions of a day.
 * Nothing outside of a model may know of it.
 */
const threeTraces: MemoryModel = {
	first: (rating) => ({ slow: rating, fast: 0.8 * rating, d: 11 - 2 * rating }),
	next: ({ slow = 1, fast = 1, d = 5 }, { exactDays }, rating) => ({
		slow: rating === 1 ? Math.min(slow, 1) : slow + exactDays,
		fast: rating === 1 ? 0.1 : fast + exactDays / 2,
		d: Math.min(Math.max(d + (rating === 1 ? 1 : 0), 1), 10)
	}),
	recall: ({ slow = 1, fast = 1 }, days) => (0.9 ** (days / fast) + 0.9 ** (days / slow)) / 2,
	expected: (memory, { exactDays }) => threeTraces.recall(memory, exactDays),
	interval: ({ slow = 1 }, retention) => (slow * Math.log(retention)) / Math.log(0.9),
	describe: ({ slow = 1, d = 5 }) => ({ stabilityDays: slow, difficulty: d })
};

const models = { parameters: defaultParameterSet, inForce: threeTraces, byId: () => threeTraces };
const noon = DAY_MS / 2;

function history(...reviews: readonly (readonly [days: number, rating: Rating])[]) {
	const ids: string[] = [];
	return reviews.map(([days, rating], index) => {
		const at = 100 * DAY_MS + noon + days * DAY_MS;
		const prefix = markOf(ids);
		const id = `r${index}`;
		ids.push(id);
		const payload = {
			rating,
			tookMs: 1_000,
			mode: 'normal' as const,
			intervalDays: 3,
			desiredRetention: 0.9,
			parametersId: 'later',
			prefix
		};
		return exampleEvent('review', payload, { id, hlc: at, at, day: Math.floor(at / DAY_MS) });
	});
}

const memoryAfter = (...reviews: readonly (readonly [number, Rating])[]): Memory | undefined => {
	const { state } = foldCard('card' as CardId, history(...reviews), models);
	return state.kind === 'new' ? undefined : state.memory;
};

describe('a memory model of another kind', () => {
	it('is folded without anyone looking into its memory', () => {
		expect(memoryAfter([0, 3])).toEqual({ slow: 3, fast: 2.4000000000000004, d: 5 });
		expect(memoryAfter([0, 3], [4, 3])).toMatchObject({ slow: 7, d: 5 });
		expect(memoryAfter([0, 3], [4, 1])).toMatchObject({ slow: 1, fast: 0.1, d: 6 });
	});

	it('is told of fractions of a day', () => {
		expect(memoryAfter([0, 3], [0.25, 3])?.['slow']).toBeCloseTo(3.25, 9);
	});

	it('decides due days where a review was rated without knowing of another', () => {
		const [first, second] = history([0, 4], [2, 3]);
		const unknowing = { ...second, payload: { ...second?.payload, prefix: markOf(['elsewhere']) } };
		const { state } = foldCard('card' as CardId, [first, unknowing] as never, models);
		// Slow is 4 + 2; the fuzz takes a day more or less.
		const days = state.kind === 'review' ? state.intervalDays : NaN;
		expect(Math.abs(days - 6)).toBeLessThanOrEqual(2);
		expect(days).not.toBe(3);
	});
});
