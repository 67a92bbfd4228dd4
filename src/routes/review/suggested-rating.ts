import type { Rating } from '#review-log/log-event.ts';

/**
 * What an answer deserves: what the interaction saw of it, at most Hard with a hint, Again where the hints said it all.
 * Undefined where nothing is known; the person decides either way.
 * @param seen by the card's interaction
 */
export function suggestedRating(
	seen: Rating | undefined,
	hints: { readonly used: number; readonly all: number }
): Rating | undefined {
	if (hints.used === 0) return seen;
	if (hints.used >= hints.all) return 1;
	return seen === 1 ? 1 : 2;
}
