import { baseOptions, type LogEventOf, type Rating, type ReviewOptions } from '#review-log/log-event.ts';
import { isMark } from '#review-log/mark.ts';
import { SECOND_MS } from '#time/instant.ts';
import type { CardState, Memory } from './card-state.ts';
import { isLeechLapse } from './leech.ts';
import { fuzzedStep, nextStep } from './learning-steps.ts';
import type { MemoryUnder } from './memories-under.ts';
import { nextMemory } from './next-memory.ts';
import type { MemoryModel } from './memory-model.ts';
import type { Models } from './models.ts';
import type { OpenRecord } from './open-record.ts';
import { placeOf, rateCard, type Outcome } from './rate-card.ts';
import { fuzzedDay } from './review-intervals.ts';
import { seededRandom } from './seeded-random.ts';

type Review = LogEventOf<'review'>;

/**
 * A review: memory by the parameters in force now, the due date by what was stored when it was rated. Only where other
 * reviews came before it than the device knew of (the prefix differs) is it scheduled anew, by the event's own desired
 * retention, parameters and options; all devices come to the same.
 */
export function applyReview(open: OpenRecord, event: Review, models: Models, memoryUnder: MemoryUnder): void {
	const { payload } = event;
	if (payload.mode === 'cram') return;
	const { state } = open;
	const memory = nextMemory(models.inForce, state, event, payload.rating);
	const isAsRated = isMark(open.reviewMark, payload.prefix);
	// Nearly all of a log, and without a thought of steps or options.
	if (isAsRated && payload.intervalDays > 0) open.state = dueIn(payload.intervalDays, event, memory);
	else {
		const options = optionsOf(event);
		const outcome = isAsRated
			? storedOutcome(state, event, options)
			: newOutcome(open, event, options, models, memoryUnder);
		open.state = stateAfter(state, event, outcome, memory);
	}
	open.reps++;
	if (state.kind === 'review' && payload.rating === 1) {
		open.lapses++;
		open.isLeech ||= isLeechLapse(open.lapses, optionsOf(event).leechThreshold);
	}
}

function optionsOf({ payload }: Review): ReviewOptions {
	return payload.options === undefined ? baseOptions : { ...baseOptions, ...payload.options };
}

/** Of a rating that led to another step. */
function storedOutcome(state: CardState, { payload }: Review, options: ReviewOptions): Outcome {
	const place = placeOf(state);
	const isRelearning = place.kind === 'review' || place.kind === 'relearning';
	const steps = isRelearning ? options.relearningSteps : options.learningSteps;
	const rule = place.kind === 'review' ? 'graduates' : nextStep(steps, place.step, payload.rating);
	const step = rule === 'graduates' ? 0 : rule.step;
	const ruled = rule === 'graduates' ? steps[0] : rule.delaySeconds;
	return { kind: 'step', step, delaySeconds: payload.delaySeconds ?? ruled ?? 60 };
}

function newOutcome(
	open: OpenRecord,
	event: Review,
	options: ReviewOptions,
	models: Models,
	memoryUnder: MemoryUnder
): Outcome {
	const { payload } = event;
	const model = models.byId(payload.parametersId);
	const before = model === models.inForce ? open.state : withMemory(open.state, memoryUnder(model, event));
	const random = seededRandom(open.cardId, open.reviewMark.count);
	const outcome = rateCard(payload.rating, {
		state: placeOf(before),
		options,
		modelDays: modelDays(model, before, event),
		choose: fuzzedDay(random)
	});
	if (outcome.kind === 'days') return outcome;
	return { ...outcome, delaySeconds: fuzzedStep(outcome.delaySeconds, options.isFuzzed ? random : 0) };
}

const withMemory = (state: CardState, memory: Memory | undefined): CardState =>
	state.kind === 'new' || memory === undefined ? state : { ...state, memory };

const modelDays = (model: MemoryModel, before: CardState, event: Review) => (rating: Rating) =>
	model.interval(nextMemory(model, before, event, rating), event.payload.desiredRetention);

function stateAfter(before: CardState, review: Review, outcome: Outcome, memory: Memory): CardState {
	const { at, day } = review;
	if (outcome.kind === 'days') return dueIn(outcome.intervalDays, review, memory);
	const kind = before.kind === 'review' || before.kind === 'relearning' ? 'relearning' : 'learning';
	const dueAt = at + outcome.delaySeconds * SECOND_MS;
	return { kind, memory, lastReviewAt: at, lastReviewDay: day, step: outcome.step, dueAt };
}

const dueIn = (intervalDays: number, { at, day }: Review, memory: Memory): CardState => ({
	kind: 'review',
	memory,
	lastReviewAt: at,
	lastReviewDay: day,
	dueDay: day + intervalDays,
	intervalDays
});
