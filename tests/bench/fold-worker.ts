import { parentPort, workerData } from 'node:worker_threads';
import { FSRSAlgorithm } from 'ts-fsrs';
import type { CardId } from '#deck/ids.ts';
import type { LogEvent, Rating } from '#review-log/log-event.ts';
import { addToMark, closeMark, openMark } from '#review-log/mark.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { fsrs6Defaults } from '#scheduler/fsrs6-parameters.ts';

/** Runs in a worker: the fold of a log beside two bare loops over the same reviews. Milliseconds, one entry a round. */
export interface FoldTimes {
	/** Of the log as it was written, the cards in turn: what the replay command does. */
	readonly fold: number[];
	/** Of the same events card by card, as histories are stored: what the library does. */
	readonly cardByCard: number[];
	readonly nextState: number[];
	readonly typedArray: number[];
	/** Cards whose stability differs from the bare loop's by more than 1e-6. */
	readonly disagreements: number;
}

const reviewsPerCard = 50;
const { reviews, rounds } = workerData as { reviews: number; rounds: number };
const log = createLog(reviews);
const bare = toBareReviews(log);
const stored = cardByCard(log);
const times: FoldTimes = {
	fold: [],
	cardByCard: [],
	nextState: [],
	typedArray: [],
	disagreements: 0
};
let disagreements = 0;
for (let round = 0; round < rounds; round++) {
	const [nextStateMs, expected] = time(() => foldNextState(bare));
	const [foldMs, records] = time(() => [...createScheduler().foldLog(log).values()]);
	const [cardMs] = time(() => foldCards(stored));
	const [typedMs] = time(() => foldTypedArrays(bare));
	times.fold.push(foldMs);
	times.cardByCard.push(cardMs);
	times.nextState.push(nextStateMs);
	times.typedArray.push(typedMs);
	disagreements = countDisagreements(records, expected);
}
parentPort?.postMessage({ ...times, disagreements });

function time<Result>(run: () => Result): [number, Result] {
	const start = performance.now();
	const result = run();
	return [performance.now() - start, result];
}

/** As the library does it: group by card, put into log order, fold. */
function foldCards(events: readonly LogEvent[]) {
	const scheduler = createScheduler();
	const byCard = new Map<CardId, LogEvent[]>();
	for (const event of events) {
		const id = event.cardId as CardId;
		const ofCard = byCard.get(id);
		if (ofCard === undefined) byCard.set(id, [event]);
		else ofCard.push(event);
	}
	return Array.from(byCard, ([id, ofCard]) => scheduler.foldCard(id, ofCard));
}

/** Parsed card by card, as histories are. */
function cardByCard(events: readonly LogEvent[]): LogEvent[] {
	const byCard = new Map<string, LogEvent[]>();
	for (const event of events) {
		const ofCard = byCard.get(event.cardId);
		if (ofCard === undefined) byCard.set(event.cardId, [event]);
		else ofCard.push(event);
	}
	return Array.from(byCard.values()).flatMap((ofCard) => JSON.parse(JSON.stringify(ofCard)) as LogEvent[]);
}

interface BareReviews {
	/** Card by card. */
	readonly days: Int32Array;
	readonly ratings: Uint8Array;
}

function foldNextState({ days, ratings }: BareReviews): Float64Array {
	const algorithm = new FSRSAlgorithm({ w: [...fsrs6Defaults] });
	const stabilities = new Float64Array(ratings.length / reviewsPerCard);
	for (let card = 0; card < stabilities.length; card++) {
		let state = null;
		for (let step = 0; step < reviewsPerCard; step++) {
			const at = card * reviewsPerCard + step;
			state = algorithm.next_state(state, days[at] ?? 0, ratings[at] ?? 3);
		}
		stabilities[card] = state?.stability ?? 0;
	}
	return stabilities;
}

/** FSRS-6 written out by hand: no objects, no rounding. */
function foldTypedArrays({ days, ratings }: BareReviews): Float64Array {
	const w = Float64Array.from(fsrs6Defaults);
	const at = (index: number) => w[index] ?? 0;
	const decay = -at(20);
	const factor = 0.9 ** (1 / decay) - 1;
	const easyDifficulty = at(4) - Math.exp(3 * at(5)) + 1;
	const growth = Math.exp(at(8));
	const forgetCap = Math.exp(at(17) * at(18));
	const stabilities = new Float64Array(ratings.length / reviewsPerCard);
	for (let card = 0; card < stabilities.length; card++) {
		let s = 0;
		let d = 0;
		for (let step = 0; step < reviewsPerCard; step++) {
			const index = card * reviewsPerCard + step;
			const g = ratings[index] ?? 3;
			const t = days[index] ?? 0;
			if (step === 0) {
				s = at(g - 1);
				d = Math.min(Math.max(at(4) - Math.exp((g - 1) * at(5)) + 1, 1), 10);
				continue;
			}
			const r = (1 + (factor * t) / s) ** decay;
			if (t === 0) {
				const k = Math.exp(at(17) * (g - 3 + at(18))) * s ** -at(19);
				s *= g >= 2 ? Math.max(1, k) : k;
			} else if (g === 1) {
				const forgotten = at(11) * d ** -at(12) * ((s + 1) ** at(13) - 1) * Math.exp((1 - r) * at(14));
				s = Math.min(forgotten, s / forgetCap);
			} else {
				const bonus = g === 2 ? at(15) : g === 4 ? at(16) : 1;
				s *= 1 + growth * (11 - d) * s ** -at(9) * (Math.exp((1 - r) * at(10)) - 1) * bonus;
			}
			s = Math.min(Math.max(s, 0.001), 36_500);
			const moved = d - (at(6) * (g - 3) * (10 - d)) / 9;
			d = Math.min(Math.max(at(7) * easyDifficulty + (1 - at(7)) * moved, 1), 10);
		}
		stabilities[card] = s;
	}
	return stabilities;
}

/** A log as years of study leave it: cards in turn, ordered by time, each review knowing those before it. */
function createLog(count: number): LogEvent[] {
	const cards = Math.max(1, Math.round(count / reviewsPerCard));
	const marks = Array.from({ length: cards }, () => openMark());
	const days = new Float64Array(cards);
	let random = 12_345;
	const next = (below: number) => (random = (random * 48_271) % 2_147_483_647) % below;
	const events: LogEvent[] = [];
	for (let step = 0; step < reviewsPerCard; step++) {
		for (let card = 0; card < cards; card++) {
			const rating = ([1, 2, 3, 3, 3, 3, 3, 4][next(8)] ?? 3) as Rating;
			const intervalDays = rating === 1 ? 0 : 1 + next(step * 2 + 2);
			const day = 20_000 + (days[card] ?? 0);
			const at = day * 86_400_000 + step * 1_000 + next(900);
			const mark = marks[card] ?? openMark();
			const id = `${at.toString(16).padStart(12, '0')}-7${step.toString(16).padStart(3, '0')}-${card.toString(16).padStart(12, '0')}`;
			const event: LogEvent = {
				id,
				deviceId: 'bench',
				cardId: `card-${card}` as CardId,
				type: 'review',
				at,
				hlc: at,
				tzOffset: 480,
				day,
				payload: {
					rating,
					tookMs: 5_000,
					mode: 'normal',
					intervalDays,
					desiredRetention: 0.9,
					parametersId: 'fsrs-6',
					prefix: closeMark(mark)
				},
				v: 1
			};
			// As it comes from storage: parsed.
			events.push(JSON.parse(JSON.stringify(event)) as LogEvent);
			addToMark(mark, id);
			days[card] = (days[card] ?? 0) + intervalDays;
		}
	}
	return events;
}

function toBareReviews(events: readonly LogEvent[]): BareReviews {
	const days = new Int32Array(events.length);
	const ratings = new Uint8Array(events.length);
	const cards = events.length / reviewsPerCard;
	events.forEach((event, index) => {
		if (event.type !== 'review') return;
		const card = index % cards;
		const step = Math.floor(index / cards);
		const before = events[index - cards];
		days[card * reviewsPerCard + step] = step === 0 ? 0 : event.day - (before?.day ?? event.day);
		ratings[card * reviewsPerCard + step] = event.payload.rating;
	});
	return { days, ratings };
}

function countDisagreements(records: ReturnType<typeof foldCards>, expected: Float64Array): number {
	return records.filter(({ state }, card) => {
		const stability = state.kind === 'new' ? 0 : (state.memory['stability'] ?? 0);
		return Math.abs(stability / (expected[card] ?? NaN) - 1) > 1e-6;
	}).length;
}
