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
	if (event.payload.mode === 'cram') return;
	const { state } = open;
	const options = optionsOf(event);
	const isAsRated = isMark(open.reviewMark, event.payload.prefix);
	const outcome = isAsRated
		? storedOutcome(state, event, options)
		: newOutcome(open, event, options, models, memoryUnder);
	open.state = stateAfter(
		state,
		event,
		outcome,
		nextMemory(models.inForce, state, event, event.payload.rating)
	);
	open.reps++;
	if (state.kind === 'review' && event.payload.rating === 1) {
		open.lapses++;
		open.isLeech ||= isLeechLapse(open.lapses, options.leechThreshold);
	}
}

function optionsOf({ payload }: Review): ReviewOptions {
	return payload.options === undefined ? baseOptions : { ...baseOptions, ...payload.options };
}

function storedOutcome(state: CardState, { payload }: Review, options: ReviewOptions): Outcome {
	if (payload.intervalDays > 0) return { kind: 'days', intervalDays: payload.intervalDays };
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
	return { ...outcome, delaySeconds: fuzzedStep(outcome.delaySeconds, random) };
}

const withMemory = (state: CardState, memory: Memory | undefined): CardState =>
	state.kind === 'new' || memory === undefined ? state : { ...state, memory };

const modelDays = (model: MemoryModel, before: CardState, event: Review) => (rating: Rating) =>
	model.interval(nextMemory(model, before, event, rating), event.payload.desiredRetention);

function stateAfter(before: CardState, { at, day }: Review, outcome: Outcome, memory: Memory): CardState {
	if (outcome.kind === 'days') {
		const { intervalDays } = outcome;
		const dueDay = day + intervalDays;
		return { kind: 'review', memory, lastReviewAt: at, lastReviewDay: day, dueDay, intervalDays };
	}
	const kind = before.kind === 'review' || before.kind === 'relearning' ? 'relearning' : 'learning';
	const dueAt = at + outcome.delaySeconds * SECOND_MS;
	return { kind, memory, lastReviewAt: at, lastReviewDay: day, step: outcome.step, dueAt };
}
