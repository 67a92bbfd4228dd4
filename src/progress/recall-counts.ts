import type { CardRecord } from '#scheduler/card-record.ts';
import type { Moment, Scheduler } from '#scheduler/scheduler.ts';

/** Where one card stands today. */
export interface CardRecall {
	readonly state: 'new' | 'learning' | 'review';
	readonly isSuspended: boolean;
	/** A review card whose day has come, neither suspended nor buried. */
	readonly isDue: boolean;
	/** Probability of recall now, 0–1; null for a card never reviewed. */
	readonly recall: number | null;
}

/** What some cards add up to: those of a section, of a note, of a deck. Suspended cards count in `cards` and `suspended` alone. */
export interface RecallCounts {
	readonly cards: number;
	readonly suspended: number;
	/** Never reviewed. */
	readonly new: number;
	/** In (re)learning. */
	readonly learning: number;
	readonly due: number;
	/** Reviewed at least once, and Σ of their probabilities of recall. */
	readonly seen: number;
	readonly recallSum: number;
}

export function cardRecall(
	record: CardRecord | undefined,
	scheduler: Pick<Scheduler, 'retrievability'>,
	{ at, day }: Moment
): CardRecall {
	if (record === undefined) return { state: 'new', isSuspended: false, isDue: false, recall: null };
	const { state, isSuspended, buriedUntilDay } = record;
	const isBuried = buriedUntilDay !== null && day < buriedUntilDay;
	return {
		state: state.kind === 'relearning' ? 'learning' : state.kind,
		isSuspended,
		isDue: state.kind === 'review' && state.dueDay <= day && !isSuspended && !isBuried,
		recall: scheduler.retrievability(record, at)
	};
}

export const noCards: RecallCounts = {
	cards: 0,
	suspended: 0,
	new: 0,
	learning: 0,
	due: 0,
	seen: 0,
	recallSum: 0
};

export const withCard = (counts: RecallCounts, card: CardRecall): RecallCounts =>
	addCounts(counts, countsOf(card));

export const addCounts = (a: RecallCounts, b: RecallCounts): RecallCounts => ({
	cards: a.cards + b.cards,
	suspended: a.suspended + b.suspended,
	new: a.new + b.new,
	learning: a.learning + b.learning,
	due: a.due + b.due,
	seen: a.seen + b.seen,
	recallSum: a.recallSum + b.recallSum
});

function countsOf({ state, isSuspended, isDue, recall }: CardRecall): RecallCounts {
	if (isSuspended) return { ...noCards, cards: 1, suspended: 1 };
	return {
		cards: 1,
		suspended: 0,
		new: Number(state === 'new'),
		learning: Number(state === 'learning'),
		due: Number(isDue),
		seen: Number(recall !== null),
		recallSum: recall ?? 0
	};
}

/** Mean probability of recall of the cards seen; null where none was. It is what tints a section. */
export const meanRecall = ({ seen, recallSum }: RecallCounts): number | null =>
	seen === 0 ? null : recallSum / seen;

/** Mastered: every card was seen, none is in (re)learning, and their mean recall is at least this. */
export const masteredRecall = 0.9;

export const isMastered = (counts: RecallCounts): boolean =>
	counts.new === 0 && counts.learning === 0 && (meanRecall(counts) ?? 0) >= masteredRecall;

/** Upper ends of all tints but the last, the coldest first. */
export const tintBorders = [0.5, 0.7, 0.8, 0.9] as const;

/** 0–4, the coldest first; null where no card was seen. */
export function tintOf(counts: RecallCounts): number | null {
	const recall = meanRecall(counts);
	return recall === null ? null : tintBorders.filter((border) => recall >= border).length;
}
