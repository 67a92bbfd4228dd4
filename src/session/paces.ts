import type { CardKind } from '#deck/card.ts';
import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import { liveEvents } from '#review-log/live-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { StudyDay } from '#time/study-day.ts';

/** Where a card stood when it was answered. */
type AnswerState = 'new' | 'learning' | 'review';

/** How long answers take, measured. */
export interface Paces {
	/** Median seconds of one answer. */
	seconds(state: AnswerState, kind: CardKind | undefined): number;
}

export interface TimedAnswer {
	readonly cardId: CardId;
	readonly state: AnswerState;
	readonly tookMs: number;
}

const measuredDays = 14;
const mostAnswers = 1_000;

/** Of the last fortnight's answers, by the cards' kinds. Reads those answers, and the cards they were about. */
export async function readPaces(library: Library, today: StudyDay): Promise<Paces> {
	const events = await library.eventsOnDays(today - measuredDays + 1, today);
	const answers = timedAnswers(events).slice(-mostAnswers);
	const ids = [...new Set(answers.map(({ cardId }) => cardId))];
	const cards = await library.cards(ids);
	const kinds = new Map(ids.map((id, index) => [id, cards[index]?.kind]));
	return measurePaces(answers, (id) => kinds.get(id));
}

/** @param events in log order */
export function timedAnswers(events: readonly LogEvent[]): readonly TimedAnswer[] {
	const lastDays = new Map<CardId, StudyDay>();
	return liveEvents(events).live.flatMap((event) => {
		if (event.type !== 'review' || event.payload.mode === 'cram' || event.cardId === '') return [];
		const { cardId, day, payload } = event;
		const isAgainToday = lastDays.get(cardId) === day;
		lastDays.set(cardId, day);
		const state = payload.prefix.count === 0 ? 'new' : isAgainToday ? 'learning' : 'review';
		return [{ cardId, state, tookMs: payload.tookMs }];
	});
}

/** Fewer answers than this say nothing about a kind, or a state. */
const leastAnswers = 5;
/** Seconds, from the means that fsrs-rs's simulator starts with. */
const presumedSeconds: Readonly<Record<AnswerState, number>> = { new: 20, learning: 15, review: 13 };

export function measurePaces(
	answers: readonly TimedAnswer[],
	kindOf: (cardId: CardId) => CardKind | undefined
): Paces {
	const took = new Map<string, number[]>();
	const add = (key: string, milliseconds: number) => took.set(key, [...(took.get(key) ?? []), milliseconds]);
	for (const { cardId, state, tookMs } of answers) {
		add(state, tookMs);
		add(`${state}/${kindOf(cardId) ?? ''}`, tookMs);
	}
	const medians = new Map(
		Array.from(took)
			.filter(([, times]) => times.length >= leastAnswers)
			.map(([key, times]) => [key, median(times) / 1000])
	);
	return {
		seconds: (state, kind) =>
			Math.max(1, medians.get(`${state}/${kind ?? ''}`) ?? medians.get(state) ?? presumedSeconds[state])
	};
}

function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
