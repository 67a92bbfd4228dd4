import type { Rating } from '#review-log/log-event.ts';
import { DAY_MS, SECOND_MS } from '#time/instant.ts';
import type { CardRecord } from './card-record.ts';
import { fuzzedStep, stepOverRollover } from './learning-steps.ts';
import type { MemoryModel } from './memory-model.ts';
import { nextMemory } from './next-memory.ts';
import type { Preset } from './preset.ts';
import { placeOf, rateCard, type Outcome } from './rate-card.ts';
import { fuzzedDay, type DayChoice } from './review-intervals.ts';
import type { Moment, RatingPreview, RatingPreviews } from './scheduler.ts';
import { seededRandom } from './seeded-random.ts';

/** See `Scheduler.previewRatings`. */
export function previewRatings(
	model: MemoryModel,
	record: CardRecord,
	moment: Moment,
	preset: Preset,
	chooseDay?: DayChoice
): RatingPreviews {
	const { state } = record;
	const random = seededRandom(record.cardId, record.reviewMark.count);
	const days = mapRatings((rating) =>
		model.interval(nextMemory(model, state, moment, rating), preset.desiredRetention)
	);
	const context = {
		state: placeOf(state),
		options: preset,
		modelDays: (rating: Rating) => days[rating],
		choose: chooseDay ?? fuzzedDay(random)
	};
	return mapRatings((rating) => toPreview(rateCard(rating, context), moment, preset.isFuzzed ? random : 0));
}

function toPreview(outcome: Outcome, moment: Moment, random: number): RatingPreview {
	if (outcome.kind === 'days') {
		const { intervalDays, range } = outcome;
		return { intervalDays, delayMs: intervalDays * DAY_MS, ...(range !== undefined && { range }) };
	}
	const untilRollover = Math.max(0, (moment.nextDayAt - moment.at) / SECOND_MS);
	return {
		intervalDays: 0,
		delayMs: outcome.delaySeconds * SECOND_MS,
		delaySeconds: stepOverRollover(fuzzedStep(outcome.delaySeconds, random), untilRollover)
	};
}

const mapRatings = <Value>(of: (rating: Rating) => Value): Record<Rating, Value> => ({
	1: of(1),
	2: of(2),
	3: of(3),
	4: of(4)
});
