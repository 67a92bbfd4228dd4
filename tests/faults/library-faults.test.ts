import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import { openTestLibrary } from '#library/open-test-library.ts';
import { sampleDeck } from '#library/sample-decks.ts';
import { eventMaker, sampleDay } from '#library/sample-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { FaultInjection, faultKinds, type FaultKind } from './fault-injection.ts';

/**
 * Every write, with a fault at its first request, then at its second, and so on until it needs no more requests. After
 * each: what was acknowledged is there, what was not is there once or not at all, what is computed is what the log says,
 * and trying again succeeds.
 */
interface Scenario {
	/** What is to be written; another call gives another thing to write. */
	readonly write: (library: Library, round: number) => Promise<unknown>;
	/** Events that `write` adds. */
	readonly events?: (round: number) => readonly LogEvent[];
	/** Each round has a library of its own. */
	readonly isHeavy?: true;
	readonly kinds?: readonly FaultKind[];
}

const cards = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5'];
const imported = { origin: 'imported' } as const;
const deck = (...ids: string[]) => sampleDeck('d', { 'a.md': ids, 'b.md': ['b0'] });
const { review, undo, make } = eventMaker();

/** The same events for the same round, so that a retry sends what failed. */
function perRound(events: (round: number) => readonly LogEvent[]): (round: number) => readonly LogEvent[] {
	const made = new Map<number, readonly LogEvent[]>();
	return (round) => {
		const known = made.get(round) ?? events(round);
		made.set(round, known);
		return known;
	};
}

function recording(events: (round: number) => readonly LogEvent[]): Scenario {
	const once = perRound(events);
	return { events: once, write: (library, round) => library.record(once(round)) };
}

const bulk = perRound((round) => [
	...Array.from({ length: 505 }, (_, index) => review(`a${index % 5}`, 3, sampleDay + round)),
	make('setting', '', { key: 'app.x', value: round })
]);

/** What takes hundreds of events; want of space differs from other failures by its code alone. */
const heavy = { isHeavy: true, kinds: ['fail', 'abort', 'lost', 'unheard'] } as const;

const scenarios: Readonly<Record<string, Scenario>> = {
	'first answer of a card': recording((round) => [review(`a${round}`)]),
	'further answer': recording((round) => [review('b0', 3, sampleDay + round)]),
	'answer and its undo': recording((round) => {
		const event = review('a1', 1, sampleDay + round);
		return [event, undo(event), make('suspend', `a${round % 4}`, {})];
	}),
	rebind: recording((round) => [
		review(`old${round}`),
		make('rebind', 'a2', { from: `old${round}` as CardId })
	]),
	setting: recording((round) => [make('setting', '', { key: 'app.theme', value: round })]),
	'many events in one call': {
		...heavy,
		events: bulk,
		write: (library, round) => library.record(bulk(round))
	},
	'stream of events': {
		...heavy,
		events: bulk,
		write: (library, round) => library.recordAll([bulk(round).slice(0, 300), bulk(round).slice(300)])
	},
	install: {
		write: (library, round) =>
			library.installDeck(deck('a0', `n${round}`, ...(round % 2 ? ['a2'] : ['a3', 'a2'])), imported)
	},
	'removal and return': {
		kinds: ['fail', 'lost', 'unheard'],
		write: async (library) => {
			await library.removeDeck('d' as DeckId);
			await library.installDeck(deck(...cards), imported);
		}
	},
	rebuild: { write: (library) => library.rebuild() },
	'local value': {
		kinds: ['fail', 'full', 'lost'],
		write: (library, round) => library.writeLocal('k', round)
	}
};

describe.each(Object.entries(scenarios))('%s', (name, scenario) => {
	test.each(scenario.kinds ?? faultKinds)('%s', async (kind) => {
		const rounds = await runFaults(scenario, kind);
		// A loop in which no fault ever fired would prove nothing.
		expect(rounds, name).toBeGreaterThan(1);
	});
});

async function runFaults(scenario: Scenario, kind: FaultKind): Promise<number> {
	const faults = new FaultInjection();
	let tested = await newLibrary(faults);
	for (let n = 1; ; n++) {
		if (scenario.isHeavy) tested = await newLibrary(faults);
		const { library, acknowledged } = tested;
		const sent = scenario.events?.(n) ?? [];
		faults.arm(kind, n);
		const error = await failureOf(scenario.write(library, n));
		faults.disarm();
		await expectReported(kind, faults.hasFired, error, tested.backgroundErrors);
		await expectAllOrNothing(library, acknowledged, sent, error === undefined);
		// Half of the time as after a crash: by a library that is opened anew.
		if (n % 2 === 0) tested = await tested.reopen();
		if (error) await scenario.write(tested.library, n);
		acknowledged.push(...sent);
		await expectAllOrNothing(tested.library, acknowledged, [], true);
		expect((await tested.library.verify()).problems).toEqual([]);
		if (!faults.hasFired) return n;
	}
}

interface TestedLibrary {
	readonly library: Library;
	/** What was written without an error, so must never be missing. */
	readonly acknowledged: LogEvent[];
	readonly backgroundErrors: unknown[];
	readonly reopen: () => Promise<TestedLibrary>;
}

async function newLibrary(faults: FaultInjection): Promise<TestedLibrary> {
	const factory = new IDBFactory();
	const acknowledged: LogEvent[] = [
		review('a0'),
		review('b0'),
		make('setting', '', { key: 'app.x', value: 0 })
	];
	const open = async (): Promise<TestedLibrary> => {
		const backgroundErrors: unknown[] = [];
		const library = await openTestLibrary(factory, {
			onDatabase: faults.install,
			onQuickWrite: faults.installQuick,
			onBackgroundError: (error) => backgroundErrors.push(error)
		});
		const reopen = () => {
			library.close();
			return open();
		};
		return { library, acknowledged, backgroundErrors, reopen };
	};
	const tested = await open();
	await tested.library.installDeck(deck(...cards), imported);
	await tested.library.record(acknowledged);
	return tested;
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
	work.then(
		() => undefined,
		(error: unknown) => error
	);

/** A fault is never passed over in silence, unless it was healed: then the write succeeded. */
async function expectReported(
	kind: FaultKind,
	hasFired: boolean,
	error: unknown,
	backgroundErrors: readonly unknown[]
): Promise<void> {
	if (!hasFired || kind === 'lost' || kind === 'unheard') expect(error).toBeUndefined();
	else if (error) {
		expect(error).toMatchObject({
			name: 'LibraryError',
			code: kind === 'full' ? 'quota-exceeded' : 'failed'
		});
	} else if (kind !== 'abort') await vi.waitFor(() => expect(backgroundErrors).toHaveLength(1));
}

async function expectAllOrNothing(
	library: Library,
	acknowledged: readonly LogEvent[],
	sent: readonly LogEvent[],
	isDone: boolean
): Promise<void> {
	const ids: string[] = [];
	for await (const piece of library.log()) ids.push(...piece.map(({ id }) => id));
	const found = new Set(ids);
	expect(found.size).toBe(ids.length);
	expect(acknowledged.filter(({ id }) => !found.has(id))).toEqual([]);
	expect(ids.length).toBeLessThanOrEqual(acknowledged.length + sent.length);
	const present = sent.filter(({ id }) => found.has(id)).length;
	if (isDone) expect(present).toBe(sent.length);
	else expect([0, sent.length]).toContain(present);
}
