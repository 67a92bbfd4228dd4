import type { Rating, ReviewOptions } from '#review-log/log-event.ts';
import type { CardState } from './card-state.ts';
import { nextStep } from './learning-steps.ts';
import type { DayRange } from './fuzz.ts';
import {
	failingInterval,
	passingInterval,
	passingIntervals,
	type ChosenInterval,
	type DayChoice
} from './review-intervals.ts';

/** Where a rating leads: another step within the day's learning, or so many whole days. */
export type Outcome =
	| { readonly kind: 'step'; readonly step: number; readonly delaySeconds: number }
	| {
			readonly kind: 'days';
			readonly intervalDays: number;
			/** The days among which it was chosen; absent where there was no choice. */
			readonly range?: DayRange;
	  };

export interface RatingContext {
	/** Before the rating. */
	readonly state: Place;
	readonly options: ReviewOptions;
	/** What the model says after each rating: days, fractions too, until recall falls to the desired retention. */
	readonly modelDays: (rating: Rating) => number;
	readonly choose: DayChoice;
}

/** The part of a card's state that decides which rule a rating follows. */
export interface Place {
	readonly kind: CardState['kind'];
	/** 0 outside (re)learning. */
	readonly step: number;
	/** 0 outside review. */
	readonly intervalDays: number;
}

export const placeOf = (state: CardState): Place => ({
	kind: state.kind,
	step: state.kind === 'learning' || state.kind === 'relearning' ? state.step : 0,
	intervalDays: state.kind === 'review' ? state.intervalDays : 0
});

/** The rule for one rating of one card (scheduling rules 4.2 and 4.3). Fuzz of steps and rollover are the caller's. */
export function rateCard(rating: Rating, context: RatingContext): Outcome {
	return context.state.kind === 'review' ? rateReview(rating, context) : rateStep(rating, context);
}

function rateReview(rating: Rating, context: RatingContext): Outcome {
	const { state, options, modelDays, choose } = context;
	if (rating === 1) return fail(context, options.relearningSteps);
	const limits = limitsOf(options, state.intervalDays);
	const raw = { 2: modelDays(2), 3: modelDays(3), 4: modelDays(4) };
	return days(passingIntervals(raw, limits, choose)[rating]);
}

function rateStep(rating: Rating, context: RatingContext): Outcome {
	const { state, options, modelDays } = context;
	const steps = state.kind === 'relearning' ? options.relearningSteps : options.learningSteps;
	const next = nextStep(steps, state.step, rating);
	if (next !== 'graduates') return { kind: 'step', ...next };
	if (rating === 1) return fail(context, steps);
	// Where there are no steps, hard and good graduate too; below half a day they come back today.
	if (steps.length === 0 && rating !== 4 && modelDays(rating) < 0.5) return withinDay(modelDays(rating));
	return days(graduate(rating, context, steps.length === 0));
}

const days = ({ days: intervalDays, range }: ChosenInterval): Outcome => ({
	kind: 'days',
	intervalDays,
	range
});

function graduate(rating: 2 | 3 | 4, context: RatingContext, isHardGraduating: boolean): ChosenInterval {
	const { options, modelDays, choose } = context;
	const limits = limitsOf(options, 0);
	const interval = (of: Rating, minimum: number) => passingInterval(modelDays(of), minimum, limits, choose);
	const hard = interval(2, 1);
	if (rating === 2) return hard;
	const good = interval(3, isHardGraduating ? hard.days + 1 : 1);
	return rating === 3 ? good : interval(4, good.days + 1);
}

const limitsOf = ({ maximumIntervalDays, isFuzzed }: ReviewOptions, previousDays: number) => ({
	previousDays,
	maximumDays: maximumIntervalDays,
	isFuzzed
});

function fail({ options, modelDays }: RatingContext, steps: readonly number[]): Outcome {
	const [first] = steps;
	if (first !== undefined) return { kind: 'step', step: 0, delaySeconds: first };
	const days = modelDays(1);
	if (days < 0.5) return withinDay(days);
	return { kind: 'days', intervalDays: failingInterval(days, options.maximumIntervalDays) };
}

/** FSRS-6 counts whole days, so what it means by less than half a day is only "today again"; not at once, though. */
const withinDay = (days: number): Outcome => ({
	kind: 'step',
	step: 0,
	delaySeconds: Math.max(60, Math.floor(days * 86_400))
});
