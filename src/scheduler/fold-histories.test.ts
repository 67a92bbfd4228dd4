import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '#review-log/log-event.ts';
import type { CardRecord } from './card-record.ts';
import { createScheduler } from './create-scheduler.ts';
import { exampleCard, moves, playMoves, unionOf } from './example-history.ts';
import { fsrs6Defaults } from './fsrs6-parameters.ts';
import type { Scheduler } from './scheduler.ts';

/** Two parameter sets, both known everywhere; devices rate by either. */
const parameterSets = [
	{ id: 'other', model: 'fsrs-6' as const, values: fsrs6Defaults.map((weight) => weight * 0.9) }
];
const byDefault = createScheduler({ parameterSets });
const byOther = createScheduler({ parameterSets, parametersId: 'other' });
const schedulers = [byDefault, byOther];

/** The record as a store keeps it: one event more, or a fold of all where that is not enough. */
function keep(
	scheduler: Scheduler,
	record: CardRecord | undefined,
	held: readonly LogEvent[],
	event: LogEvent
) {
	const appended = record && scheduler.appendEvent(record, event);
	return appended ?? scheduler.foldCard(exampleCard, held);
}

/** Without what parameters may change. */
const due = ({ state, ...rest }: CardRecord) => ({
	...rest,
	state: state.kind === 'new' ? state : { ...state, memory: null }
});

/** 15,000 histories in all; a failing one is printed with its seed, and shrunk. */
const runs = { numRuns: 5_000, seed: 20_261_124 };

describe('fold of what 4 devices did, apart and together, with clocks up to 400 days wrong', () => {
	it('is the same for any order of delivery, with duplicates', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(moves, fc.infiniteStream(fc.nat()), (play, choices) => {
				const events = unionOf(playMoves(play, schedulers));
				const record = byDefault.foldCard(exampleCard, events);
				const keyed = events.map((event) => ({ event, key: choices.next().value as number }));
				const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
				expect(byDefault.foldCard(exampleCard, [...shuffled, ...events])).toEqual(record);
				expect(JSON.stringify(byDefault.foldCard(exampleCard, shuffled))).toBe(JSON.stringify(record));
			}),
			runs
		);
	});

	it('is the same step by step as at once, on every device after every event', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(moves, (play) => {
				const kept = new Map<number, { record: CardRecord; held: LogEvent[] }>();
				playMoves(play, schedulers, (device, event) => {
					const { record, held = [] } = kept.get(device) ?? {};
					held.push(event);
					const next = keep(byDefault, record, held, event);
					kept.set(device, { record: next, held });
				});
				for (const { record, held } of kept.values()) {
					expect(record).toEqual(byDefault.foldCard(exampleCard, held));
				}
			}),
			runs
		);
	});

	it('gives the same due dates whatever parameters are in force', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(moves, (play) => {
				const events = unionOf(playMoves(play, schedulers));
				expect(due(byOther.foldCard(exampleCard, events))).toEqual(
					due(byDefault.foldCard(exampleCard, events))
				);
			}),
			runs
		);
	});
});
