import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { createScheduler } from './create-scheduler.ts';
import { exampleCard, moves, playMoves, unionOf } from './example-history.ts';

const scheduler = createScheduler();
const [other, heir] = ['other', 'heir'] as CardId[] as [CardId, CardId];

/** The same history of another card. */
function ofOther(event: LogEvent): LogEvent {
	const id = renamed(event.id);
	if (event.type !== 'undo') return { ...event, id, cardId: other };
	return { ...event, id, cardId: other, payload: { target: renamed(event.payload.target) } };
}

const renamed = (id: string) => `f${id.slice(1)}`;

it('is foldCard of every card, whatever order the log comes in, events twice, one card continuing another', () => {
	fc.assert(
		fc.property(moves, fc.infiniteStream(fc.nat()), fc.boolean(), (play, choices, isShuffled) => {
			const own = unionOf(playMoves(play, [scheduler]));
			const others = own.map(ofOther);
			const [first] = own;
			const rebind: readonly LogEvent[] =
				first === undefined
					? []
					: [{ ...first, id: 'e0', cardId: heir, type: 'rebind', payload: { from: exampleCard } }];
			const log = [...own, ...others, ...rebind];
			const keyed = log.map((event) => ({ event, key: isShuffled ? (choices.next().value as number) : 0 }));
			const delivered = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
			const records = scheduler.foldLog([...delivered, ...delivered.slice(0, 3)]);
			const expected = new Map<CardId, readonly LogEvent[]>([
				[exampleCard, own],
				[other, others],
				[heir, [...rebind, ...own]]
			]);
			for (const [cardId, events] of expected)
				if (events.length > 0) expect(records.get(cardId)).toEqual(scheduler.foldCard(cardId, events));
			expect(records.size).toBe(log.length === 0 ? 0 : 3);
		}),
		{ numRuns: 1_000, seed: 11 }
	);
});
