import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleEvent } from './event-examples.ts';
import { inLogOrder, mergeEvents } from './merge-events.ts';

const logs = fc.array(
	fc
		.record({ id: fc.integer({ min: 0, max: 30 }), hlc: fc.nat(5) })
		// An id always has the same hlc: events are immutable.
		.map(({ id }) => exampleEvent('flag', { flag: 1 }, { id: `e${id}`, hlc: id % 5 }))
);

it('is a union: neither order nor repetition matters', () => {
	fc.assert(
		fc.property(logs, logs, logs, (a, b, c) => {
			const merged = mergeEvents(a, b, c);
			expect(mergeEvents(c, a, b)).toEqual(merged);
			expect(mergeEvents(mergeEvents(a, b), c)).toEqual(merged);
			expect(mergeEvents(merged, a)).toEqual(merged);
			expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
		}),
		{ seed: 1 }
	);
});

it('breaks ties by id', () => {
	const [a, b] = ['a', 'b'].map((id) => exampleEvent('flag', { flag: 1 }, { id, hlc: 7 }));
	expect(mergeEvents([b, a] as never).map(({ id }) => id)).toEqual(['a', 'b']);
});

it('leaves what is in order as it is', () => {
	const events = mergeEvents(fc.sample(logs, { seed: 2, numRuns: 5 }).flat());
	expect(inLogOrder(events)).toBe(events);
	expect(inLogOrder([...events, ...events])).toEqual(events);
});
