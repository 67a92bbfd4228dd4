import type { CardId } from '#deck/ids.ts';
import type { LogEvent, Rating } from '#review-log/log-event.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardRecord } from './card-record.ts';
import type { Preset } from './preset.ts';

/** What a projection of the log needs from the scheduler: handed to the library, which knows no formula. */
export interface Scheduler {
	/** Fold of all events of one card, in any order, tombstones included. Never throws on any log. */
	foldCard(cardId: CardId, events: readonly LogEvent[]): CardRecord;
	/** What each rating would do now: shown on the buttons, and applied when one is pressed. */
	previewRatings(record: CardRecord, moment: Moment, preset: Preset): RatingPreviews;
	/** Probability of recall at an instant, 0–1; null for a new card. */
	retrievability(record: CardRecord, at: Instant): number | null;
}

/** Now, as a device sees it. */
export interface Moment {
	readonly at: Instant;
	readonly day: StudyDay;
	/** When the next study day begins. */
	readonly nextDayAt: Instant;
}

export type RatingPreviews = Readonly<Record<Rating, RatingPreview>>;
export interface RatingPreview {
	/** What is written into the review event: whole days, or 0 while in (re)learning. */
	readonly intervalDays: number;
	/** Until it is asked again, as shown on the button. */
	readonly delayMs: number;
}
