import type { CardId } from '#deck/ids.ts';
import type { LogEvent, Rating, ReviewPayload } from '#review-log/log-event.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardRecord } from './card-record.ts';
import type { DayRange } from './fuzz.ts';
import type { MemoryDescription, ParameterSet } from './memory-model.ts';
import type { Preset } from './preset.ts';
import type { DayChoice } from './review-intervals.ts';

/** What a projection of the log needs from the scheduler: handed to the library, which knows no formula. */
export interface Scheduler {
	/** Fold of all events of one card, in any order, tombstones included. Never throws on any log. */
	foldCard(cardId: CardId, events: readonly LogEvent[]): CardRecord;
	/**
	 * Records of all cards of a log: the same as `foldCard` of each, those it continues included.
	 * @param log in any order, best in log order; an event may come twice
	 */
	foldLog(log: readonly LogEvent[]): ReadonlyMap<CardId, CardRecord>;
	/**
	 * The record after one more event, at the cost of that event alone. Undefined where it takes a fold of all events:
	 * the event is not the last in log order, is an undo or undone already, or binds another card's reviews.
	 */
	appendEvent(record: CardRecord, event: LogEvent): CardRecord | undefined;
	/**
	 * What each rating would do now: shown on the buttons, and applied when one is pressed.
	 * @param chooseDay for load balancing and sibling spread (`balancedDay`); without it, the seeded fuzz decides
	 */
	previewRatings(record: CardRecord, moment: Moment, preset: Preset, chooseDay?: DayChoice): RatingPreviews;
	/** What the review event of a rating says, given what was shown on the buttons. */
	reviewPayload(record: CardRecord, answer: Answer): ReviewPayload;
	/** Probability of recall at an instant, 0–1; null for a new card. */
	retrievability(record: CardRecord, at: Instant): number | null;
	/** Stability and difficulty for people; null for a new card. */
	describeMemory(record: CardRecord): MemoryDescription | null;
	/** Days, fractions too, until recall falls to a probability; null for a new card. */
	daysUntil(record: CardRecord, retention: number): number | null;
	/**
	 * How much likelier a card will be recalled so many days from now if it is reviewed now than if it is not; for a new
	 * card, how likely at all.
	 */
	recallGain(record: CardRecord, moment: Moment, horizonDays: number): number;
	/** The memory model's parameters in force. */
	readonly parameters: ParameterSet;
}

/** A rating as given. */
export interface Answer {
	readonly rating: Rating;
	readonly previews: RatingPreviews;
	readonly preset: Preset;
	readonly tookMs: number;
	readonly mode: ReviewPayload['mode'];
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
	/** Until it is asked again, as shown on the button: a step as it is called, without its fuzz. */
	readonly delayMs: number;
	/** A step as applied, fuzz and rollover included; absent where intervalDays is not 0. */
	readonly delaySeconds?: number;
	/** The days among which intervalDays was chosen; absent where there was no choice. */
	readonly range?: DayRange;
}
