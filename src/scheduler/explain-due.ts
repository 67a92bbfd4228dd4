import { liveEvents } from '#review-log/live-events.ts';
import { baseOptions, type LogEvent, type LogEventOf, type Rating } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { weekday, type Weekday } from '#time/weekday.ts';
import type { CardRecord } from './card-record.ts';
import type { CardState } from './card-state.ts';
import type { DayRange } from './fuzz.ts';
import { defaultPreset, type DayLoad, type Preset } from './preset.ts';
import type { Scheduler } from './scheduler.ts';
import { siblingModifier } from './sibling-spread.ts';

/** Why a card comes when it comes, as data: the page says it in the person's language. */
export type DueExplanation =
	| { readonly kind: 'new' }
	/** Within its learning steps. */
	| { readonly kind: 'step'; readonly step: number; readonly delaySeconds: number; readonly dueAt: Instant }
	/** Set by hand, or by rescheduling, postponing, advancing. */
	| {
			readonly kind: 'set';
			readonly cause: LogEventOf<'setDue'>['payload']['cause'];
			readonly setOn: StudyDay;
			readonly dueDay: StudyDay;
	  }
	| IntervalExplanation;

interface IntervalExplanation {
	readonly kind: 'interval';
	readonly rating: Rating;
	readonly reviewedOn: StudyDay;
	readonly dueDay: StudyDay;
	/** Days until recall falls to 90 %, after the review. */
	readonly stabilityDays: number;
	/** The target: what the interval is cut to. */
	readonly desiredRetention: number;
	/** Days, fractions too, until recall falls to the target. */
	readonly modelDays: number;
	/** The days among which chance and load could choose; absent after a failure, where there is no choice. */
	readonly range: DayRange | undefined;
	readonly intervalDays: number;
	/**
	 * What moved the interval from the model's days, in the order in which it happened. Empty where the parameters have
	 * changed since: today's model cannot say what yesterday's would have done.
	 */
	readonly moves: readonly IntervalMove[];
}

type IntervalMove =
	/** Rounded up, or kept longer than the button to its left or the interval before. */
	| { readonly kind: 'minimum'; readonly to: number }
	| { readonly kind: 'maximum'; readonly to: number }
	/** By chance, so that cards learnt together part. */
	| { readonly kind: 'fuzz'; readonly from: number; readonly to: number }
	/** To a better day, for these reasons, as things are now. */
	| {
			readonly kind: 'balance';
			readonly from: number;
			readonly to: number;
			readonly because: readonly BalanceReason[];
	  }
	/** Other reviews, from another device, came before it: it was scheduled anew. */
	| { readonly kind: 'merge'; readonly from: number; readonly to: number };

type BalanceReason =
	| { readonly kind: 'siblings' }
	| { readonly kind: 'easyDay'; readonly weekday: Weekday; readonly load: DayLoad }
	| { readonly kind: 'load'; readonly there: number; readonly here: number };

export interface ExplainContext {
	readonly scheduler: Scheduler;
	readonly preset: Pick<Preset, 'easyDays'>;
	readonly siblingDueDays: readonly StudyDay[];
	readonly dueCounts: ReadonlyMap<StudyDay, number>;
}

/** @param events all events of the card, in any order */
export function explainDue(
	record: CardRecord,
	events: readonly LogEvent[],
	context: ExplainContext
): DueExplanation {
	const { live } = liveEvents(inLogOrder(events));
	const last = live.findLastIndex((event) => event.type === 'setDue' || isReview(event));
	const event = live[last];
	const { state } = record;
	if (state.kind === 'new' || event === undefined) return { kind: 'new' };
	if (state.kind !== 'review') {
		const delaySeconds = Math.round((state.dueAt - state.lastReviewAt) / 1000);
		return { kind: 'step', step: state.step, delaySeconds, dueAt: state.dueAt };
	}
	if (event.type === 'setDue') {
		return { kind: 'set', cause: event.payload.cause, setOn: event.day, dueDay: state.dueDay };
	}
	if (event.type !== 'review') return { kind: 'new' };
	const before = context.scheduler.foldCard(record.cardId, live.slice(0, last));
	return explainInterval(record, state, event, before, context);
}

const isReview = (event: LogEvent) => event.type === 'review' && event.payload.mode === 'normal';

function explainInterval(
	record: CardRecord,
	state: Extract<CardState, { kind: 'review' }>,
	{ at, day, payload }: LogEventOf<'review'>,
	before: CardRecord,
	context: ExplainContext
): IntervalExplanation {
	const { scheduler } = context;
	const { rating, desiredRetention } = payload;
	const preset = { ...defaultPreset, ...baseOptions, ...payload.options, desiredRetention };
	const { intervalDays: fuzzed, range } = scheduler.previewRatings(
		before,
		{ at, day, nextDayAt: at },
		preset
	)[rating];
	const modelDays = scheduler.daysUntil(record, desiredRetention) ?? state.intervalDays;
	const inRange = range && Math.min(Math.max(Math.round(modelDays), range.lower), range.upper);
	const plain = inRange ?? state.intervalDays;
	const moves: IntervalMove[] = [];
	const isSameModel = payload.parametersId === scheduler.parameters.id;
	if (plain > Math.round(modelDays)) moves.push({ kind: 'minimum', to: plain });
	if (plain < Math.round(modelDays)) moves.push({ kind: 'maximum', to: plain });
	if (payload.intervalDays !== state.intervalDays) {
		moves.push({ kind: 'merge', from: payload.intervalDays, to: state.intervalDays });
	} else {
		if (fuzzed !== plain) moves.push({ kind: 'fuzz', from: plain, to: fuzzed });
		if (state.intervalDays !== fuzzed) moves.push(balanceMove(day, fuzzed, state.intervalDays, context));
	}
	return {
		kind: 'interval',
		rating,
		reviewedOn: day,
		dueDay: state.dueDay,
		stabilityDays: scheduler.describeMemory(record)?.stabilityDays ?? 0,
		desiredRetention,
		modelDays,
		range,
		intervalDays: state.intervalDays,
		moves: isSameModel ? moves : []
	};
}

function balanceMove(
	reviewedOn: StudyDay,
	from: number,
	to: number,
	{ siblingDueDays, dueCounts, preset }: ExplainContext
): IntervalMove {
	const there = reviewedOn + from;
	const here = reviewedOn + to;
	const because: BalanceReason[] = [];
	if (siblingModifier(there, siblingDueDays) < siblingModifier(here, siblingDueDays))
		because.push({ kind: 'siblings' });
	const load = preset.easyDays[weekday(there)];
	if (load !== 'normal' && load !== preset.easyDays[weekday(here)]) {
		because.push({ kind: 'easyDay', weekday: weekday(there), load });
	}
	const counts = { there: dueCounts.get(there) ?? 0, here: dueCounts.get(here) ?? 0 };
	if (counts.there > counts.here) because.push({ kind: 'load', ...counts });
	return { kind: 'balance', from, to, because };
}
