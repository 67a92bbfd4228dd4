import { randomBytes } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { LogEvent, Rating } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import type { Library } from './library.ts';
import { openMemoryLibrary } from './memory-library.ts';
import { openTestLibrary } from './open-test-library.ts';
import { sampleDeck } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

/**
 * Any history of what a person and other devices do leaves the library that is stored like the one that is plain: after
 * it, all that can be asked for is equal, and equal to what the log alone says.
 */
const scheduler = createScheduler();
const runs = { numRuns: Number(process.env.FC_RUNS ?? 60), seed: Number(process.env.FC_SEED ?? 20261124) };

const deckIds = ['d', 'e'] as const;
const cardIds = Array.from({ length: 24 }, (_, index) => `c${index}`);

type Step =
	| { readonly do: 'install'; readonly deck: string; readonly notes: readonly (readonly string[])[] }
	| { readonly do: 'remove'; readonly deck: string }
	| { readonly do: 'event'; readonly kind: EventKind; readonly card: string; readonly pick: number }
	| { readonly do: 'deliver'; readonly size: number; readonly inBulk: boolean }
	| { readonly do: 'again' | 'rebuild' | 'reopen' | 'switchTab' };

const eventKinds = [
	'good',
	'again',
	'cram',
	'undo',
	'suspend',
	'unsuspend',
	'reset',
	'setDue',
	'rebind',
	'setting'
] as const;
type EventKind = (typeof eventKinds)[number];

const card = fc.constantFrom(...cardIds);
const deck = fc.constantFrom(...deckIds);
const event = fc.record({
	do: fc.constant('event' as const),
	// Reviews are what a log is made of.
	kind: fc.constantFrom<EventKind>('good', 'good', 'good', 'again', ...eventKinds),
	card,
	pick: fc.nat(1_000)
});
const install = fc.record({
	do: fc.constant('install' as const),
	deck,
	notes: fc.array(fc.uniqueArray(card, { maxLength: 20 }), { maxLength: 3 })
});
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 14, arbitrary: event },
	{ weight: 3, arbitrary: install },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), deck }) },
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('deliver' as const),
			size: fc.integer({ min: 1, max: 9 }),
			inBulk: fc.boolean()
		})
	},
	{
		weight: 2,
		arbitrary: fc.constantFrom('again', 'rebuild', 'reopen', 'switchTab').map((name) => ({ do: name }))
	}
);

describe('any history', () => {
	test('leaves both libraries equal, and equal to what the log says', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
				const history = await History.begin();
				for (const taken of steps) await history.take(taken);
				await history.expectEqual();
				history.end();
			}),
			runs
		);
	});

	test('events may arrive in any order, in calls of any size', async () => {
		const arrival = fc.tuple(
			fc.array(event, { minLength: 2, maxLength: 25 }),
			fc.infiniteStream(fc.nat(1_000)),
			fc.integer({ min: 1, max: 7 })
		);
		await fc.assert(
			fc.asyncProperty(arrival, async ([steps, order, size]) => {
				const source = new EventSource();
				const events = steps.map(({ kind, card: cardId, pick }) => source.make(kind, cardId, pick));
				const keys = new Map(events.map(({ id }) => [id, order.next().value ?? 0]));
				const shuffled = events.toSorted((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
				const library = await openTestLibrary(new IDBFactory(), { scheduler });
				const plain = openMemoryLibrary({ scheduler, randomBytes });
				for (const each of [library, plain])
					await each.installDeck(sampleDeck('d', { 'a.md': cardIds }), { origin: 'imported' });
				await plain.record(events);
				for (let from = 0; from < shuffled.length; from += size)
					await library.record(shuffled.slice(from, from + size));
				expect(await everything(library)).toEqual(await everything(plain));
				expect((await library.verify()).problems).toEqual([]);
				library.close();
			}),
			runs
		);
	});
});

/** Makes events of two devices, now and then behind each other. */
class EventSource {
	readonly #devices = [eventMaker('device-a'), eventMaker('device-b', sampleDay - 1)] as const;
	readonly made: LogEvent[] = [];

	make(kind: EventKind, cardId: string, pick: number): LogEvent {
		const event = this.#event(kind, cardId, pick);
		this.made.push(event);
		return event;
	}

	#event(kind: EventKind, cardId: string, pick: number): LogEvent {
		const { make, review, undo } = this.#devices[pick % 2 ? 1 : 0];
		const day = sampleDay + (pick % 40);
		const target = this.made[pick % Math.max(1, this.made.length)];
		switch (kind) {
			case 'good':
				return review(cardId, (2 + (pick % 3)) as Rating, day, {
					intervalDays: 1 + (pick % 30),
					tookMs: pick
				});
			case 'again':
				return review(cardId, 1, day);
			case 'cram':
				return review(cardId, 3, day, { mode: 'cram' });
			case 'undo':
				return target ? undo(target, day) : review(cardId, 3, day);
			case 'setDue':
				return make('setDue', cardId, { dueDay: day + 9, cause: 'set' }, day);
			case 'rebind':
				return make(
					'rebind',
					cardId,
					{ from: (pick % 3 ? cardIds[pick % cardIds.length] : `old${pick % 4}`) as CardId },
					day
				);
			case 'setting':
				return make('setting', '', { key: `app.${pick % 3}`, value: pick }, day);
			case 'reset':
				return make('reset', cardId, { zeroCounts: pick % 2 === 0 }, day);
			case 'suspend':
			case 'unsuspend':
				return make(kind, cardId, {}, day);
		}
	}
}

class History {
	readonly #source = new EventSource();
	readonly #plain: Library;
	readonly #factory: IDBFactory;
	#tabs: Library[];
	#waiting: LogEvent[] = [];

	private constructor(factory: IDBFactory, tabs: Library[]) {
		this.#factory = factory;
		this.#tabs = tabs;
		this.#plain = openMemoryLibrary({ scheduler, randomBytes });
	}

	static async begin(): Promise<History> {
		const factory = new IDBFactory();
		const open = () => openTestLibrary(factory, { scheduler });
		return new History(factory, [await open(), await open()]);
	}

	async take(taken: Step): Promise<void> {
		switch (taken.do) {
			case 'event':
				this.#waiting.push(this.#source.make(taken.kind, taken.card, taken.pick));
				break;
			case 'deliver':
				await this.#deliver(taken.size, taken.inBulk);
				break;
			case 'install':
				await this.#both((library) =>
					library.installDeck(deckOf(taken.deck, taken.notes), { origin: 'imported' })
				);
				break;
			case 'remove':
				await this.#both((library) => library.removeDeck(taken.deck as DeckId));
				break;
			case 'again':
				await this.#both((library) => library.record(this.#source.made.slice(-5)));
				break;
			case 'rebuild':
				await this.#both((library) => library.rebuild());
				break;
			case 'reopen':
				this.#tabs[0]?.close();
				this.#tabs[0] = await openTestLibrary(this.#factory, { scheduler });
				break;
			case 'switchTab':
				this.#tabs = this.#tabs.toReversed();
				break;
		}
	}

	async expectEqual(): Promise<void> {
		await this.#deliver(Infinity, false);
		const [stored] = this.#tabs;
		if (!stored) throw new Error('No tab is open.');
		expect(await everything(stored)).toEqual(await everything(this.#plain));
		expect((await stored.verify()).problems).toEqual([]);
	}

	end(): void {
		for (const tab of this.#tabs) tab.close();
	}

	async #deliver(size: number, inBulk: boolean): Promise<void> {
		const events = this.#waiting.splice(0, size);
		await this.#both((library) => (inBulk ? library.recordAll([events]) : library.record(events)));
	}

	/** What a call answers is compared too, the order of records apart. */
	async #both(call: (library: Library) => Promise<unknown>): Promise<void> {
		const [tab] = this.#tabs;
		if (tab) expect(comparable(await call(tab))).toEqual(comparable(await call(this.#plain)));
	}
}

function comparable(answer: unknown): unknown {
	if (typeof answer !== 'object' || answer === null || !('records' in answer)) return answer;
	return {
		...answer,
		records: new Map(
			(answer.records as readonly { cardId: string }[]).map((record) => [record.cardId, record])
		)
	};
}

/** Cards in the first note that names them: a deck holds each once. */
function deckOf(id: string, notes: readonly (readonly string[])[]) {
	const met = new Set<string>();
	const files = notes.map((ids, index) => {
		const fresh = ids.filter((cardId) => !met.has(cardId));
		for (const cardId of fresh) met.add(cardId);
		return [`${index}.md`, fresh] as const;
	});
	return sampleDeck(id, Object.fromEntries(files));
}

async function everything(library: Library) {
	const ids = [...cardIds, 'old0', 'old1', 'old2', 'old3'] as CardId[];
	const log: LogEvent[] = [];
	for await (const piece of library.log()) log.push(...piece);
	const byId = (cards: readonly { cardId: CardId }[]) => new Map(cards.map((due) => [due.cardId, due]));
	return {
		decks: await library.decks(),
		records: await library.records(ids),
		refs: await library.refs(ids),
		unseen: await Promise.all(deckIds.map((id) => library.unseen(id as DeckId, 1_000))),
		due: byId(await library.reviewsDue(30_000, 1_000)),
		firstDue: (await library.reviewsDue(30_000, 3)).map(
			({ record: { state } }) => state.kind === 'review' && state.dueDay
		),
		learning: byId(await library.learningDue(Infinity, 1_000)),
		dueCounts: await library.dueCounts(0, 40_000),
		dayTotals: await library.dayTotals(0, 40_000),
		settings: await library.settings(),
		events: await Promise.all([...ids, '' as const].map((id) => library.cardEvents(id))),
		some: await library.eventsOnDays(sampleDay + 3, sampleDay + 12),
		log: inLogOrder(log)
	};
}
