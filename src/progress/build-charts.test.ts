import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardKind } from '#deck/card.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Memory } from '#scheduler/card-state.ts';
import { createMemoryModel, defaultParameterSet } from '#scheduler/create-memory-model.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { elapsedSince } from '#scheduler/elapsed-since.ts';
import { defaultPreset } from '#scheduler/preset.ts';
import { recallCurve } from '#scheduler/recall-curve.ts';
import { DAY_MS } from '#time/instant.ts';
import { buildCharts, type Charts } from './build-charts.ts';
import { cardFacts } from './card-facts.ts';
import { packOutlines, unpackOutlines, type CardOutline } from './card-outline.ts';
import { chartScopes, type ChartScope } from './chart-scope.ts';
import { countedOf, exampleCard, exampleLogs, liveOf, type ExampleLog } from './example-log.ts';
import { ReviewGatherer } from './gather-reviews.ts';

const model = createMemoryModel(defaultParameterSet);
const scheduler = createScheduler();

/** Four of the five cards that are reviewed, and one that never is; the fifth is in no deck any more. */
const outlines: readonly CardOutline[] = [
	outline(0, 'a', ['Docker', 'Images'], 'basic', ['x']),
	outline(1, 'a', ['Docker', 'Images'], 'cloze', []),
	outline(2, 'a', ['Docker', 'Run'], 'basic', ['x', 'y']),
	outline(3, 'b', ['Docker', 'Images'], 'steps', ['y']),
	outline(7, 'b', [], 'basic', [])
];

function outline(
	number: number,
	deck: string,
	path: readonly string[],
	kind: CardKind,
	tags: readonly string[]
): CardOutline {
	const noteId = `${deck}.md` as NoteId;
	return { id: exampleCard(number), deckId: deck as DeckId, noteId, path, kind, tags };
}

const scopes = fc.constantFrom<ChartScope>(
	{ section: [], days: Infinity },
	{ section: [], days: 90 },
	{ deckId: 'a' as DeckId, section: [], days: Infinity },
	{ deckId: 'a' as DeckId, section: ['Docker', 'Images'], days: 60 },
	{ section: [], tag: 'y', days: Infinity },
	{ deckId: 'b' as DeckId, section: ['Docker'], tag: 'y', days: 30 }
);

/** By another way than the product's. */
const cardsOf = ({ deckId, section, tag }: ChartScope) =>
	outlines.filter(
		(card) =>
			(deckId === undefined || card.deckId === deckId) &&
			(tag === undefined || card.tags.includes(tag)) &&
			card.path.join('/').startsWith(section.join('/'))
	);

function chartsOf({ events, now, today }: ExampleLog, scope: ChartScope): Charts {
	const gatherer = new ReviewGatherer();
	gatherer.add(events);
	const records = scheduler.foldLog(events);
	const moment = { at: now, day: today, nextDayAt: now + DAY_MS };
	return buildCharts(
		{
			table: gatherer.gathered(model).table,
			cards: outlines.map((card) => cardFacts(card, records.get(card.id), scheduler, moment)),
			today,
			easyDaysOf: () => defaultPreset.easyDays,
			recall: recallCurve(model)
		},
		scope
	);
}

const check = (property: (log: ExampleLog, scope: ChartScope) => void) =>
	fc.assert(fc.property(exampleLogs, scopes, property), { seed: 20261124, numRuns: 200 });

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** Reviews of the scope and its period. */
function reviewsOf({ events, today }: ExampleLog, scope: ChartScope) {
	const isWhole = scope.deckId === undefined && scope.tag === undefined && scope.section.length === 0;
	const ids = new Set<CardId | ''>(cardsOf(scope).map(({ id }) => id));
	return countedOf(events).filter(
		({ cardId, day }) => (isWhole || ids.has(cardId)) && day > today - scope.days && day <= today
	);
}

it('all charts of a scope are about the same reviews and the same cards', () => {
	check((log, scope) => {
		const charts = chartsOf(log, scope);
		const reviews = reviewsOf(log, scope);
		const cards = cardsOf(scope);
		expect(sum(Object.values(charts.habits.buttons).flat())).toBe(reviews.length);
		expect(sum(charts.habits.hours.map((hour) => hour.reviews))).toBe(reviews.length);
		expect(sum(charts.paces.map((pace) => pace.reviews))).toBe(reviews.length);
		expect(sum(charts.calibration.bins.map(({ count }) => count))).toBe(charts.calibration.count);
		expect(charts.known.cards).toBe(cards.length);
		expect(sum(Object.values(charts.known.states))).toBe(cards.length);
		const last = charts.knowledge.at(-1);
		expect(last?.expected).toBe(charts.known.expected);
		expect(last?.seen).toBe(sum(charts.known.recall));
		const dueLater = charts.forecast.backlog.cards + sum(charts.forecast.days.map((day) => day.cards));
		expect(dueLater).toBeLessThanOrEqual(cards.length - charts.known.states.new);
	});
});

it('parts of a library add up to it', () => {
	check((log) => {
		const [all, a, b] = [undefined, 'a', 'b'].map((deckId) =>
			chartsOf(log, {
				...(deckId !== undefined && { deckId: deckId as DeckId }),
				section: [],
				days: Infinity
			})
		);
		expect((a?.known.expected ?? 0) + (b?.known.expected ?? 0)).toBeCloseTo(all?.known.expected ?? 0, 9);
		const reviews = (charts: Charts | undefined) => sum(charts?.paces.map((pace) => pace.reviews) ?? []);
		const homeless = countedOf(log.events).filter(({ cardId }) => cardId === exampleCard(4)).length;
		expect(reviews(a) + reviews(b) + homeless).toBe(reviews(all));
	});
});

it('seconds by kind are those of the answers to such cards', () => {
	check((log, scope) => {
		const kinds = new Map(cardsOf(scope).map(({ id, kind }) => [id as string, kind]));
		for (const { kind, reviews, tookMs } of chartsOf(log, scope).paces) {
			const naive = reviewsOf(log, scope).filter(({ cardId }) => (kinds.get(cardId) ?? null) === kind);
			expect(reviews).toBe(naive.length);
			expect(tookMs).toBe(sum(naive.map(({ payload }) => payload.tookMs)));
		}
	});
});

it('what was known on a day is the sum over cards of what their last review until then left', () => {
	check((log, scope) => {
		const { knowledge } = chartsOf(log, scope);
		const first = Math.min(
			...countedOf(log.events)
				.filter(({ cardId }) => cardsOf(scope).some(({ id }) => id === cardId))
				.map(({ day }) => day)
		);
		const from = Math.max(first, log.today - scope.days + 1);
		expect(knowledge.length > 1).toBe(Number.isFinite(first) && from < log.today);
		for (const [index, { day, expected, seen }] of knowledge.slice(0, -1).entries()) {
			expect(day).toBeGreaterThanOrEqual(from);
			expect((knowledge[index + 1]?.day ?? 0) - day).toBe(
				(knowledge[1]?.day ?? 0) - (knowledge[0]?.day ?? 0)
			);
			const recalls = cardsOf(scope).flatMap(({ id }) => recallOn(log, id, day));
			expect(seen).toBe(recalls.length);
			expect(expected).toBeCloseTo(sum(recalls), 4);
		}
	});
});

/** Walks the card's reviews, as if nothing after the day had happened. */
function recallOn({ events }: ExampleLog, id: CardId, day: number): readonly number[] {
	let seen: { memory: Memory; lastReviewAt: number; lastReviewDay: number } | undefined;
	const kept: [day: number, memory: Memory | undefined][] = [];
	for (const event of liveOf(events)) {
		if (event.cardId !== id) continue;
		if (event.type === 'reset') seen = undefined;
		else {
			const { rating } = event.payload;
			const memory = seen ? model.next(seen.memory, elapsedSince(seen, event), rating) : model.first(rating);
			seen = { memory, lastReviewAt: event.at, lastReviewDay: event.day };
		}
		kept.push([event.day, seen?.memory]);
	}
	const [reviewed, memory] = kept.findLast(([then]) => then <= day) ?? [0, undefined];
	return memory === undefined ? [] : [model.recall(memory, day - reviewed)];
}

it('RMSE(bins) is that of bins made one by one', () => {
	check((log, scope) => {
		const wanted = new Set(reviewsOf(log, scope).map(({ id }) => id));
		const bins = new Map<string, [expected: number, recalled: number][]>();
		for (const id of new Set(log.events.map(({ cardId }) => cardId))) {
			const own = liveOf(log.events).filter(({ cardId }) => cardId === id);
			own.forEach((event, index) => {
				const since = own.slice(own.slice(0, index).findLastIndex(({ type }) => type === 'reset') + 1, index);
				const before = since.at(-1);
				if (event.type !== 'review' || before === undefined || !wanted.has(event.id)) return;
				if (event.day <= before.day) return;
				const long = since.filter((other, at) => at > 0 && other.day > (since[at - 1]?.day ?? 0));
				const lapses = long.filter((other) => other.type === 'review' && other.payload.rating === 1).length;
				const power = (base: number, value: number) => {
					let result = 1;
					while (result * base <= value * (1 + 1e-12)) result *= base;
					return result;
				};
				const key = [
					Math.round(248 * power(3.62, event.day - before.day)),
					Math.round(1.99 * power(1.89, long.length + 2)),
					lapses === 0 ? 0 : Math.round(1.65 * power(1.73, lapses))
				].join();
				let memory: Memory | undefined;
				since.forEach((other, at) => {
					if (other.type !== 'review') return;
					const earlier = since[at - 1];
					memory =
						memory && earlier
							? model.next(
									memory,
									elapsedSince({ lastReviewAt: earlier.at, lastReviewDay: earlier.day }, other),
									other.payload.rating
								)
							: model.first(other.payload.rating);
				});
				if (memory === undefined) return;
				const expected = model.expected(
					memory,
					elapsedSince({ lastReviewAt: before.at, lastReviewDay: before.day }, event)
				);
				bins.set(key, [...(bins.get(key) ?? []), [expected, Number(event.payload.rating > 1)]]);
			});
		}
		const weighted = Array.from(bins.values(), (bin) => {
			const mean = (values: readonly number[]) => sum(values) / values.length;
			const distance = mean(bin.map(([expected]) => expected)) - mean(bin.map(([, recalled]) => recalled));
			return { count: bin.length, square: bin.length * distance ** 2 };
		});
		const count = sum(weighted.map((bin) => bin.count));
		const { binnedError } = chartsOf(log, scope);
		if (count === 0) expect(binnedError).toBeNull();
		else expect(binnedError).toBeCloseTo(Math.sqrt(sum(weighted.map((bin) => bin.square)) / count), 5);
	});
});

it('sections are those of the notes, in their order, each with all cards under it', () => {
	expect(chartScopes(outlines)).toEqual([
		{
			deckId: 'a',
			sections: [
				{ path: ['Docker'], cards: 3 },
				{ path: ['Docker', 'Images'], cards: 2 },
				{ path: ['Docker', 'Run'], cards: 1 }
			],
			tags: ['x', 'y']
		},
		{
			deckId: 'b',
			sections: [
				{ path: ['Docker'], cards: 1 },
				{ path: ['Docker', 'Images'], cards: 1 }
			],
			tags: ['y']
		}
	]);
});

it('outlines come back from their text', () => {
	expect(unpackOutlines(packOutlines(outlines))).toEqual(outlines);
	expect(unpackOutlines(packOutlines([]))).toEqual([]);
});

it.each<[string, Partial<CardRecord> | undefined, Partial<ReturnType<typeof cardFacts>>]>([
	['a new card', undefined, { standing: 'new', dueDay: null, intervalDays: null, recall: null }],
	['one in its steps', { state: learning('learning') }, { standing: 'learning', dueDay: 100 }],
	['one that lapsed', { state: learning('relearning') }, { standing: 'relearning', dueDay: 100 }],
	['a young one', { state: review(20) }, { standing: 'young', dueDay: 110, intervalDays: 20 }],
	['a mature one', { state: review(21) }, { standing: 'mature', dueDay: 110, intervalDays: 21 }],
	['a buried one', { state: review(5), buriedUntilDay: 111 }, { standing: 'buried', dueDay: 111 }],
	['one whose burial is over', { state: review(5), buriedUntilDay: 100 }, { standing: 'young', dueDay: 110 }],
	['a suspended one', { state: review(5), isSuspended: true }, { standing: 'suspended', dueDay: null }]
])('facts of %s', (_name, record, facts) => {
	const [card] = outlines;
	if (card === undefined) throw new Error('no outline');
	const full = record && ({ isSuspended: false, buriedUntilDay: null, ...record } as CardRecord);
	const moment = { at: 100 * DAY_MS, day: 100, nextDayAt: 101 * DAY_MS };
	expect(cardFacts(card, full, scheduler, moment)).toMatchObject(facts);
});

function review(intervalDays: number): CardRecord['state'] {
	return { kind: 'review', ...memory(), intervalDays, dueDay: 110 };
}

function learning(kind: 'learning' | 'relearning'): CardRecord['state'] {
	return { kind, ...memory(), step: 0, dueAt: 100 * DAY_MS };
}

function memory() {
	return { memory: { stability: 10, difficulty: 5 }, lastReviewAt: 99 * DAY_MS, lastReviewDay: 99 };
}
