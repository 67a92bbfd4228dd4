import { openDexieLibrary } from '#library/dexie-library.ts';
import type { Library } from '#library/library.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { emptyMark } from '#review-log/mark.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { SessionDay } from '#session/session-day.ts';
import { summariseToday } from '#session/today.ts';
import { studyDayAt } from '#time/study-day.ts';
import { bigDeck, cardIdOf } from './big-deck.ts';

/** The part of the queue benchmark that runs in the browser; `queue.bench.ts` calls it by these names. */
const page = { fill, compare };
export type QueuePage = typeof page;
Object.assign(globalThis, { page });

export interface Size {
	readonly cards: number;
	/** Of them, asked today. The others that were seen are due later; four in ten were never seen. */
	readonly due: number;
	/** Of each seen card; one, without it. */
	readonly reviewsPerCard?: number;
}

const scheduler = createScheduler();
const clock = { now: () => Date.now(), utcOffsetMinutes: () => 480 };
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const deps = (library: Library) => ({ library, scheduler, clock });

async function fill(name: string, size: Size): Promise<void> {
	const library = await open(name);
	await library.installDeck(bigDeck(size.cards), { origin: 'imported' });
	await library.recordAll(reviews(size));
	library.close();
}

/**
 * Times of the same work in both libraries, turn about.
 * @returns by the work's name, milliseconds of each round
 */
async function compare(
	names: readonly [string, string],
	rounds: number
): Promise<Record<string, [number, number][]>> {
	const times: Record<string, [number, number][]> = {};
	for (let round = 0; round < rounds; round++) {
		const [small, large] = [await measure(names[0]), await measure(names[1])];
		for (const [what, ms] of Object.entries(small)) (times[what] ??= []).push([ms, large[what] ?? NaN]);
	}
	return times;
}

/** From a library that is not open to the first card, as the app does it. */
async function measure(name: string): Promise<Record<string, number>> {
	const start = performance.now();
	const library = await open(name);
	const [deck] = await library.decks();
	if (deck === undefined) throw new Error('nothing is installed');
	const times: Record<string, number> = { start: performance.now() - start };
	const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
		const begin = performance.now();
		const result = await work();
		times[what] = performance.now() - begin;
		return result;
	};
	const today = await timed('counts of today', () => summariseToday(deps(library)));
	const day = await timed('queue of today', () => SessionDay.open(deps(library), {}));
	if (day.queue.main.length !== today.dueReviews + today.new)
		throw new Error(`${day.queue.main.length} cards asked, ${today.dueReviews} due, ${today.new} new`);
	await timed('first card', () => library.cards(day.queue.main.slice(0, 1).map(({ cardId }) => cardId)));
	await timed('reviewsDue(50)', () => library.reviewsDue(studyDayAt(clock.now(), clock, 4), 50));
	await timed('learningDue(50)', () => library.learningDue(clock.now(), 50));
	await timed('unseen(20)', () => library.unseen(deck.id, 20));
	library.close();
	return times;
}

const open = (name: string) => openDexieLibrary(name, { scheduler, randomBytes });

/** Reviews of every seen card, one card after the other; those that are due lie scattered among them. */
function* reviews({ cards, due, reviewsPerCard = 1 }: Size): Generator<readonly LogEvent[]> {
	const seen = Math.floor(cards * 0.6);
	const isDue = (index: number) => Math.floor(((index + 1) * due) / seen) > Math.floor((index * due) / seen);
	const cardsAtOnce = Math.ceil(10_000 / reviewsPerCard);
	for (let from = 0; from < seen; from += cardsAtOnce)
		yield Array.from({ length: Math.min(cardsAtOnce, seen - from) }, (_, offset) =>
			Array.from({ length: reviewsPerCard }, (__, before) =>
				review(from + offset, isDue(from + offset), before)
			)
		).flat();
}

/** @param before how many later reviews of the card there are; the last one decides when it is due */
function review(index: number, isDue: boolean, before: number): LogEvent {
	const day = studyDayAt(clock.now(), clock, 4) - 30 - (index % 7) - 40 * before;
	const at = day * 86_400_000 + index;
	const hex = at.toString(16).padStart(12, '0');
	return {
		id: `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${index.toString(16).padStart(12, '0')}`,
		deviceId: 'a1b2c3d4e5f60718',
		cardId: cardIdOf(index),
		type: 'review',
		at,
		hlc: at,
		tzOffset: 480,
		day,
		payload: {
			rating: 3,
			tookMs: 5_000,
			mode: 'normal',
			intervalDays: isDue ? 20 + (index % 10) : 40 + (index % 300),
			desiredRetention: 0.9,
			parametersId: 'fsrs-6',
			prefix: emptyMark
		},
		v: 1
	};
}
