import { appendEvent } from './append-event.ts';
import type { CardRecord } from './card-record.ts';
import { defaultParameterSet } from './create-memory-model.ts';
import { foldCard } from './fold-card.ts';
import { foldLog } from './fold-log.ts';
import type { ParameterSet } from './memory-model.ts';
import { createModels } from './models.ts';
import { previewRatings } from './preview-ratings.ts';
import { recallGain } from './recall-gain.ts';
import { reviewPayload } from './review-payload.ts';
import type { Scheduler } from './scheduler.ts';
import { DAY_MS } from '#time/instant.ts';

export interface SchedulerOptions {
	/** Every parameter set that review events may name. */
	readonly parameterSets?: readonly ParameterSet[];
	/** The one in force; FSRS-6 with its defaults where it is absent or not known. */
	readonly parametersId?: string;
}

export function createScheduler(options: SchedulerOptions = {}): Scheduler {
	const models = createModels(options.parameterSets ?? [], options.parametersId ?? defaultParameterSet.id);
	const { inForce: model, parameters } = models;
	const memoryOf = ({ state }: CardRecord) => (state.kind === 'new' ? null : state.memory);
	return {
		parameters,
		foldCard: (cardId, events) => foldCard(cardId, events, models),
		foldLog: (log) => foldLog(log, models),
		appendEvent: (record, event) => appendEvent(record, event, models),
		previewRatings: (record, moment, preset, chooseDay) =>
			previewRatings(model, record, moment, preset, chooseDay),
		reviewPayload: (record, answer) => reviewPayload(record, answer, parameters.id),
		retrievability({ state }, at) {
			return state.kind === 'new' ? null : model.recall(state.memory, (at - state.lastReviewAt) / DAY_MS);
		},
		describeMemory(record) {
			const memory = memoryOf(record);
			return memory === null ? null : model.describe(memory);
		},
		daysUntil(record, retention) {
			const memory = memoryOf(record);
			return memory === null ? null : model.interval(memory, retention);
		},
		recallGain: ({ state }, moment, horizonDays) => recallGain(model, state, moment, horizonDays)
	};
}
