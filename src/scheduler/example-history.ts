import fc from 'fast-check';
import type { CardId } from '#deck/ids.ts';
import { createEventFactory } from '#review-log/create-event-factory.ts';
import type { EventPayloads, EventType, LogEvent, Rating } from '#review-log/log-event.ts';
import { mergeEvents } from '#review-log/merge-events.ts';
import { DAY_MS, MINUTE_MS } from '#time/instant.ts';
import { momentNow } from './moment.ts';
import { defaultPreset, type Preset } from './preset.ts';
import type { Scheduler } from './scheduler.ts';

export const exampleCard = 'card' as CardId;

/** For tests: what happens next, on one of a few devices. Numbers choose, modulo what there is. */
export type Move =
	| { readonly kind: 'rate'; readonly device: number; readonly rating: Rating; readonly isCram: boolean }
	| { readonly kind: 'undo'; readonly device: number; readonly which: number }
	| { readonly kind: 'reset'; readonly device: number; readonly zeroCounts: boolean }
	| { readonly kind: 'setDue'; readonly device: number; readonly days: number }
	| {
			readonly kind: 'mark';
			readonly device: number;
			readonly type: 'suspend' | 'unsuspend' | 'bury' | 'flag';
	  }
	/** A device's clock jumps. */
	| { readonly kind: 'jump'; readonly device: number; readonly days: number }
	/** Time passes for all. */
	| { readonly kind: 'wait'; readonly minutes: number }
	/** One device gets what another has. */
	| { readonly kind: 'sync'; readonly device: number; readonly from: number };

const device = fc.nat(3);
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
	fc.oneof(
		{
			weight: 8,
			arbitrary: fc.record({
				kind: fc.constant('rate' as const),
				device,
				rating,
				isCram: fc.integer({ min: 0, max: 9 }).map((number) => number === 0)
			})
		},
		{ weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), device, which: fc.nat(20) }) },
		{
			weight: 1,
			arbitrary: fc.record({ kind: fc.constant('reset' as const), device, zeroCounts: fc.boolean() })
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('setDue' as const),
				device,
				days: fc.integer({ min: -3, max: 60 })
			})
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('mark' as const),
				device,
				type: fc.constantFrom('suspend' as const, 'unsuspend' as const, 'bury' as const, 'flag' as const)
			})
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('jump' as const),
				device,
				days: fc.integer({ min: -400, max: 400 })
			})
		},
		{
			weight: 5,
			arbitrary: fc.record({
				kind: fc.constant('wait' as const),
				minutes: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(60 * 24 * 40))
			})
		},
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant('sync' as const), device, from: device }) }
	),
	{ minLength: 1, maxLength: 40, size: 'max' }
);

/** For tests: what each device holds at the end, in the order in which it came there. */
export type Holdings = readonly (readonly LogEvent[])[];

/**
 * Plays moves on devices that each know only what they have written or been given. Each rates with its own view of the
 * card, its own clock, options and parameters.
 * @param onHold is told of each event as a device comes to hold it
 */
export function playMoves(
	play: readonly Move[],
	schedulers: readonly Scheduler[],
	onHold: (device: number, event: LogEvent) => void = () => undefined
): Holdings {
	const start = Date.UTC(2026, 2, 20, 9);
	let passed = 0;
	let made = 0;
	const devices = presets.map((preset, index) => {
		const held: LogEvent[] = [];
		const clock = {
			jump: 0,
			now: () => start + passed + clock.jump,
			utcOffsetMinutes: () => [480, -300, 0, 840][index] ?? 0
		};
		const randomBytes = (count: number) => countingBytes(count, ++made);
		const factory = createEventFactory({ deviceId: `d${index}`, clock, randomBytes, rolloverHour: 4 });
		const scheduler = schedulers[index % schedulers.length] as Scheduler;
		return { held, clock, factory, preset, scheduler };
	});
	const at = (index: number) => devices[index % devices.length] as (typeof devices)[number];
	const hold = (index: number, events: readonly LogEvent[]) => {
		const { held } = at(index);
		for (const event of events) {
			if (held.some(({ id }) => id === event.id)) continue;
			held.push(event);
			onHold(index, event);
		}
	};
	const write = <Type extends EventType>(index: number, type: Type, payload: EventPayloads[Type]) => {
		const { held, factory } = at(index);
		const knownHlc = held.reduce((greatest, { hlc }) => Math.max(greatest, hlc), -Infinity);
		hold(index, [factory.create(type, exampleCard, payload, knownHlc)]);
	};
	for (const move of play) {
		switch (move.kind) {
			case 'wait':
				passed += move.minutes * MINUTE_MS;
				break;
			case 'jump':
				at(move.device).clock.jump = move.days * DAY_MS;
				break;
			case 'sync':
				hold(move.device, at(move.from).held);
				break;
			case 'reset':
				write(move.device, 'reset', { zeroCounts: move.zeroCounts });
				break;
			case 'mark':
				if (move.type === 'flag') write(move.device, 'flag', { flag: 1 });
				else if (move.type === 'bury') write(move.device, 'bury', { cause: 'manual' });
				else write(move.device, move.type, {});
				break;
			case 'undo': {
				const { held } = at(move.device);
				const target = held[move.which % Math.max(1, held.length)];
				if (target !== undefined) write(move.device, 'undo', { target: target.id });
				break;
			}
			case 'setDue': {
				const { clock } = at(move.device);
				write(move.device, 'setDue', { dueDay: momentNow(clock, 4).day + move.days, cause: 'set' });
				break;
			}
			case 'rate': {
				const { held, clock, preset, scheduler } = at(move.device);
				const record = scheduler.foldCard(exampleCard, held);
				const previews = scheduler.previewRatings(record, momentNow(clock, 4), preset);
				const mode = move.isCram ? 'cram' : 'normal';
				write(
					move.device,
					'review',
					scheduler.reviewPayload(record, { rating: move.rating, previews, preset, tookMs: 1_000, mode })
				);
				break;
			}
		}
	}
	return devices.map(({ held }) => held);
}

/** Bytes that no other event has, whose order is not the order of their making: ids break ties either way. */
const countingBytes = (count: number, made: number) =>
	Uint8Array.from({ length: count }, (_, index) => (made * (index * 2 + 37) + (made >> 8) * 7) % 256);

/** All that any device holds. */
export const unionOf = (holdings: Holdings): readonly LogEvent[] => mergeEvents(...holdings);

const presets: readonly Preset[] = [
	defaultPreset,
	{ ...defaultPreset, desiredRetention: 0.8, learningSteps: [], relearningSteps: [] },
	{ ...defaultPreset, learningSteps: [30, 90_000], maximumIntervalDays: 20, leechThreshold: 2 },
	{ ...defaultPreset, desiredRetention: 0.97, relearningSteps: [60, 600] }
];
