import type { CardId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Moment } from '#scheduler/scheduler.ts';
import { MINUTE_MS, type Instant } from '#time/instant.ts';
import { isKeptApart, type Queue } from './build-queue.ts';
import type { QueueCard } from './queue-card.ts';

/** A review in progress: plain data, never changed, so that undo is putting an earlier one back. */
export interface Session extends Queue {
	readonly current: QueueCard | undefined;
	readonly isAnswerShown: boolean;
	/** Ratings given. */
	readonly done: number;
}

export const startSession = (queue: Queue, done = 0): Session => ({
	learning: queue.learning,
	main: queue.main,
	current: undefined,
	isAnswerShown: false,
	done
});

/**
 * Turns to the next card: a step that is due, else the main queue, else a step that is due soon (scheduling rule 4.9).
 * Without any, `current` is undefined: the session waits for a step (`waitingUntil`) or is finished.
 */
export function turn(session: Session, now: Instant, learnAheadMinutes: number): Session {
	const [step] = session.learning;
	const [next] = session.main;
	const isStepDue = (by: Instant) => step?.dueAt != null && step.dueAt <= by;
	const rest = { ...session, isAnswerShown: false };
	if (isStepDue(now) || (next === undefined && isStepDue(now + learnAheadMinutes * MINUTE_MS))) {
		return { ...rest, current: step, learning: session.learning.slice(1) };
	}
	return { ...rest, current: next, main: session.main.slice(1) };
}

/** The card at which an earlier session was left comes first, if it is still to be asked. */
export function resume(session: Session, cardId: CardId | undefined): Session {
	const card = [...session.learning, ...session.main].find((other) => other.cardId === cardId);
	return card === undefined ? session : precede(session, card);
}

/** When the next step may be asked; undefined where nothing is left to wait for. */
export function waitingUntil(session: Session, learnAheadMinutes: number): Instant | undefined {
	const dueAt = session.learning[0]?.dueAt;
	return session.current !== undefined || dueAt == null ? undefined : dueAt - learnAheadMinutes * MINUTE_MS;
}

export const reveal = (session: Session): Session => ({ ...session, isAnswerShown: true });

type SiblingOptions = Parameters<typeof isKeptApart>[1];

/** What a rating has made of the current card. */
export interface Answered {
	readonly record: CardRecord;
	/** When it comes back within this study day; null where it does not. */
	readonly returnsAt: Instant | null;
}

/** The current card was rated: a step of today comes back, siblings wait until tomorrow. */
export function answer(
	session: Session,
	{ record, returnsAt }: Answered,
	optionsOf: (card: QueueCard) => SiblingOptions
): Session {
	const { current } = session;
	if (current === undefined) return session;
	const isSpoilt = (card: QueueCard) =>
		card.siblingGroup === current.siblingGroup && isKeptApart(card, optionsOf(card));
	const back: readonly QueueCard[] =
		returnsAt === null ? [] : [{ ...current, record, kind: 'learning', dueAt: returnsAt }];
	return {
		...session,
		current: undefined,
		isAnswerShown: false,
		main: session.main.filter((card) => !isSpoilt(card)),
		learning: byDue([...session.learning, ...back]),
		done: session.done + 1
	};
}

/** When a card with this record is asked again within the study day; null where it is not. */
export const returnsAt = ({ state, isSuspended }: CardRecord, { nextDayAt }: Moment): Instant | null =>
	'dueAt' in state && state.dueAt < nextDayAt && !isSuspended ? state.dueAt : null;

/** The current card leaves today's queue without a rating. */
export const leave = (session: Session): Session => ({
	...session,
	current: undefined,
	isAnswerShown: false
});

/** Nothing more is asked: the time is up. */
export const end = (session: Session): Session => ({
	...session,
	current: undefined,
	isAnswerShown: false,
	main: [],
	learning: []
});

/** The current card goes behind all that is due now. */
export function skip(session: Session): Session {
	const { current, main, learning } = session;
	if (current === undefined) return session;
	if (current.dueAt === null) return { ...session, current: undefined, main: [...main, current] };
	return { ...session, current: undefined, learning: [...learning, current] };
}

/** Everywhere in the session, a card's newest record. */
export function withRecord(session: Session, record: CardRecord): Session {
	const update = (card: QueueCard) => (card.cardId === record.cardId ? { ...card, record } : card);
	return {
		...session,
		current: session.current && update(session.current),
		main: session.main.map(update),
		learning: session.learning.map(update)
	};
}

/** A card is asked before the current one, which comes right after it. */
export function precede(session: Session, card: QueueCard): Session {
	const isOther = (other: QueueCard) => other.cardId !== card.cardId;
	const { current, main, learning } = session;
	return {
		...session,
		current: card,
		isAnswerShown: false,
		main: [...(current ? [current] : []), ...main].filter(isOther),
		learning: learning.filter(isOther)
	};
}

export interface QueueCounts {
	readonly new: number;
	readonly learning: number;
	readonly review: number;
}

/** Cards left, the one on the screen included. */
export function countCards({ current, main, learning }: Session): QueueCounts {
	const counts = { new: 0, learning: 0, review: 0 };
	for (const { kind } of [...main, ...learning, ...(current ? [current] : [])]) counts[kind]++;
	return counts;
}

const byDue = (cards: readonly QueueCard[]) => cards.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
