import { baseOptions, type ReviewOptions, type ReviewPayload } from '#review-log/log-event.ts';
import type { CardRecord } from './card-record.ts';
import type { Preset } from './preset.ts';
import type { Answer } from './scheduler.ts';

/** See `Scheduler.reviewPayload`. */
export function reviewPayload(
	record: CardRecord,
	{ rating, previews, preset, tookMs, mode }: Answer,
	parametersId: string
): ReviewPayload {
	const { intervalDays, delaySeconds } = previews[rating];
	const options = otherThanBase(preset);
	return {
		rating,
		tookMs: Math.round(Math.min(Math.max(0, tookMs), longestAnswerMs)),
		mode,
		intervalDays,
		desiredRetention: preset.desiredRetention,
		parametersId,
		...(delaySeconds !== undefined && { delaySeconds: Math.round(delaySeconds) }),
		...(Object.keys(options).length > 0 && { options }),
		prefix: record.reviewMark
	};
}

/** An answer that took longer was none (Anki's default cap). */
const longestAnswerMs = 60_000;

const optionNames = Object.keys(baseOptions) as (keyof ReviewOptions)[];

/** Events are many: what goes without saying is left out. */
function otherThanBase(preset: Preset): Partial<ReviewOptions> {
	const others = optionNames.filter((name) => String(preset[name]) !== String(baseOptions[name]));
	return Object.fromEntries(others.map((name) => [name, preset[name]]));
}
