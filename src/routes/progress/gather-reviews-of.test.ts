import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { openMemoryLibrary } from '#library/memory-library.ts';
import type { GatheredReviews } from '#progress/gather-reviews.ts';
import { columnNames } from '#progress/review-table.ts';
import { createEventFactory } from '#review-log/create-event-factory.ts';
import type { LogEvent, Rating } from '#review-log/log-event.ts';
import { emptyMark } from '#review-log/mark.ts';
import { createMemoryModel, defaultParameterSet } from '#scheduler/create-memory-model.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { HOUR_MS } from '#time/instant.ts';
import { gatherReviewsOf, type KeptReviews } from './gather-reviews-of.ts';

const model = createMemoryModel(defaultParameterSet);
const parameters = defaultParameterSet;

/** What happens, on two devices whose logs come together late, the one's clock behind the other's. */
const step = fc.record({
	device: fc.nat(1),
	card: fc.nat(4),
	what: fc.constantFrom<'review' | 'cram' | 'undo' | 'reset' | 'setDue' | 'rebind' | 'rollover'>(
		'review',
		'review',
		'review',
		'review',
		'cram',
		'undo',
		'undo',
		'reset',
		'setDue',
		'rebind',
		'rollover'
	),
	number: fc.nat(40),
	hours: fc.nat(24 * 40),
	/** Whether what has come together is looked at after it. */
	isLookedAt: fc.boolean()
});

const clocks = [0, -6 * HOUR_MS];

function* play(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) {
	const events: LogEvent[] = [];
	let now = Date.UTC(2026, 2, 20, 9);
	let bytes = 0;
	let rolloverHour = 4;
	for (const { device, card, what, number, hours, isLookedAt } of steps) {
		now += hours * HOUR_MS + 1;
		const at = now + (clocks[device] ?? 0);
		const factory = createEventFactory({
			deviceId: `d${device}`,
			clock: { now: () => at, utcOffsetMinutes: () => (number % 2 === 0 ? 480 : -300) },
			randomBytes: (count) => Uint8Array.from({ length: count }, () => ++bytes % 256),
			rolloverHour
		});
		const cardId = `c${card}` as CardId;
		const target = events[number];
		switch (what) {
			case 'review':
			case 'cram':
				events.push(
					factory.create('review', cardId, {
						rating: (1 + (number % 4)) as Rating,
						tookMs: 500 * number,
						mode: what === 'cram' ? 'cram' : 'normal',
						intervalDays: number % 25,
						desiredRetention: 0.9,
						parametersId: parameters.id,
						prefix: emptyMark
					})
				);
				break;
			case 'undo':
				if (target !== undefined) events.push(factory.create('undo', target.cardId, { target: target.id }));
				break;
			case 'reset':
				events.push(factory.create('reset', cardId, { zeroCounts: false }));
				break;
			case 'setDue':
				events.push(factory.create('setDue', cardId, { dueDay: 20_600 + number, cause: 'set' }));
				break;
			case 'rebind':
				// Only to later ones: no card continues itself.
				if (card > 0) events.push(factory.create('rebind', cardId, { from: `c${number % card}` as CardId }));
				break;
			case 'rollover':
				rolloverHour = number % 24;
				events.push(factory.create('setting', '', { key: 'app.rolloverHour', value: rolloverHour }));
		}
		yield { events: events.splice(0), isLookedAt };
	}
}

const gather = async (library: ReturnType<typeof openLibrary>, kept?: KeptReviews) => {
	let read = 0;
	const gathered = await gatherReviewsOf(library, kept, {
		model,
		parameters,
		onCount: () => undefined,
		onRead: (count) => (read += count)
	});
	return { gathered, read };
};

const openLibrary = () =>
	openMemoryLibrary({ scheduler: createScheduler(), randomBytes: (count) => new Uint8Array(count) });

/** By card, whatever the order of cards. */
const plain = ({ table }: GatheredReviews) =>
	Object.fromEntries(
		table.cardIds
			.map((id, place) => {
				const [from, to] = [table.starts[place], table.starts[place + 1]];
				return [id, columnNames.map((name) => [...table[name].slice(from, to)])] as const;
			})
			.filter(([, [days]]) => days !== undefined && days.length > 0)
			.sort(([a], [b]) => (a < b ? -1 : 1))
	);

it('gathering what is new gives what gathering all gives, and reads nothing twice', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 50, size: 'max' }), async (steps) => {
			const library = openLibrary();
			let kept: KeptReviews | undefined;
			let waiting: LogEvent[] = [];
			let unread = 0;
			for (const { events, isLookedAt } of play(steps)) {
				// The second device's events come late, all at once.
				const late = events.filter(({ deviceId }) => deviceId === 'd1');
				waiting.push(...late);
				const now = [...events.filter(({ deviceId }) => deviceId === 'd0'), ...(isLookedAt ? waiting : [])];
				if (isLookedAt) waiting = [];
				await library.record(now);
				unread += now.length;
				if (!isLookedAt) continue;
				const { gathered, read } = await gather(library, kept);
				expect(read).toBe(unread);
				unread = 0;
				expect(plain(gathered)).toEqual(plain((await gather(library)).gathered));
				kept = gathered;
			}
		}),
		{ seed: 20261124, numRuns: 150 }
	);
}, 60_000);

it('one more review reads one event, and the events of its card alone', async () => {
	const library = openLibrary();
	const review = { what: 'review' as const, device: 0, number: 3, hours: 30, isLookedAt: false };
	const all = [...play(Array.from({ length: 60 }, (_, index) => ({ ...review, card: index % 5 })))].flatMap(
		({ events }) => events
	);
	await library.record(all.slice(0, -1));
	const first = await gather(library);
	expect(first.read).toBe(59);
	const last = all.at(-1);
	if (last === undefined) throw new Error('no event');
	await library.record([last]);
	const asked = vi.spyOn(library, 'eventsOfCards');
	const second = await gather(library, first.gathered);
	expect(second.read).toBe(1);
	expect(asked.mock.calls).toEqual([[[last.cardId]]]);
	expect((await gather(library, second.gathered)).gathered).toBe(second.gathered);
});

it('other parameters, or a log that was begun anew, are gathered from the beginning', async () => {
	const library = openLibrary();
	const [first] = play([{ what: 'review', device: 0, card: 1, number: 3, hours: 1, isLookedAt: true }]);
	await library.record(first?.events ?? []);
	const { gathered } = await gather(library);
	const other = { ...parameters, id: 'other', values: parameters.values.map((value) => value * 1.1) };
	const anew = await gatherReviewsOf(library, gathered, {
		model: createMemoryModel(other),
		parameters: other,
		onCount: () => undefined,
		onRead: () => undefined
	});
	expect(anew.parameters).toBe(other);
	expect(anew.table.stability).not.toEqual(gathered.table.stability);
	await library.eraseEverything();
	expect((await gather(library, gathered)).gathered.table.cardIds).toEqual([]);
});
