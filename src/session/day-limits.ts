import type { Preset } from '#scheduler/preset.ts';

/** What has been done of a deck's cards on this study day; steps within the day are not counted. */
export interface DoneToday {
	/** Cards seen for the first time. */
	readonly new: number;
	/** Cards that had been seen on an earlier day. */
	readonly reviews: number;
}

/** How many more cards of a deck fit into this study day. */
export interface RoomToday {
	readonly new: number;
	readonly reviews: number;
}

export interface LimitOptions extends Pick<Preset, 'newPerDay' | 'reviewsPerDay' | 'isNewApart'> {
	/** In place of the usual limits, for this study day only. */
	readonly today?: Partial<Pick<Preset, 'newPerDay' | 'reviewsPerDay'>>;
}

/**
 * Limits of the day (Anki `decks/limits.rs`): reviews and day-old learning count against the review limit, and new cards
 * too unless they are kept apart; new cards never outnumber what is left for reviews then. Steps within the day are free.
 */
export function roomToday(options: LimitOptions, done: DoneToday): RoomToday {
	const { newPerDay, reviewsPerDay } = { ...options, ...options.today };
	const reviews = Math.max(0, reviewsPerDay - done.reviews - (options.isNewApart ? 0 : done.new));
	const fresh = Math.max(0, newPerDay - done.new);
	return { reviews, new: options.isNewApart ? fresh : Math.min(fresh, reviews) };
}
