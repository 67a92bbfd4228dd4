import type { Rating } from '#review-log/log-event.ts';
import type { RatingPreviews } from '#scheduler/scheduler.ts';
import { formatInterval } from '#ui/format-interval.ts';
import type { ReviewOptions } from '../review-options.svelte.ts';
import { ratings } from './ratings.ts';

/** A rating as its button shows it. */
export interface RatingChoice {
	readonly rating: Rating;
	readonly name: string;
	readonly interval: string;
	readonly spokenInterval: string;
	readonly key: string | undefined;
}

export function ratingChoices(
	previews: RatingPreviews | undefined,
	{ isTwoButtons, areKeysOff, keys }: ReviewOptions['current'],
	locale: string
): readonly RatingChoice[] {
	if (previews === undefined) return [];
	return ratings
		.filter(({ rating }) => !isTwoButtons || rating === 1 || rating === 3)
		.map(({ rating, name, action }) => {
			const { delayMs } = previews[rating];
			return {
				rating,
				name: name(),
				interval: formatInterval(delayMs, locale, 'short'),
				spokenInterval: formatInterval(delayMs, locale, 'long'),
				key: areKeysOff || keys[action] === '' ? undefined : keys[action]
			};
		});
}
