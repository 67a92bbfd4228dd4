import { baseOptions, type ReviewOptions } from '#review-log/log-event.ts';
import type { Weekday } from '#time/weekday.ts';

/** Options of scheduling; each deck has its own, read from settings by `readPreset`. Defaults: `defaultPreset`. */
export interface Preset extends ReviewOptions {
	/** Probability of recall at which a card becomes due, 0.70–0.99. */
	readonly desiredRetention: number;
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
	/** New cards do not count against the reviews of the day. */
	readonly isNewApart: boolean;
	/** What happens to a card that has lapsed too often: it is only shown as a leech, or suspended too. */
	readonly leechAction: (typeof leechActions)[number];
	readonly reviewOrder: ReviewOrder;
	readonly newOrder: (typeof newOrders)[number];
	/** Which siblings of a card answered today wait until tomorrow. */
	readonly buryNewSiblings: boolean;
	readonly buryReviewSiblings: boolean;
	readonly buryLearningSiblings: boolean;
	/** A new card made of a part of a block waits until the card of the whole block has been seen. */
	readonly isParentFirst: boolean;
	/** Which cards a block gives; the compiler makes them all known, this option chooses. */
	readonly granularity: (typeof granularities)[number];
	/** Days are chosen within the fuzz by what else is due. */
	readonly isLoadBalanced: boolean;
	/** Of each weekday, Sunday first. */
	readonly easyDays: EasyDays;
	/** Where set, today's cards are those that fit. */
	readonly minutesPerDay: number | null;
}

/** Persisted in settings, as all names below: never rename one. */
export const reviewOrders = [
	'auto',
	'dueDay',
	'dueDayThenDeck',
	'retrievabilityDescending',
	'retrievabilityAscending',
	'intervalAscending',
	'intervalDescending',
	'difficultyAscending',
	'difficultyDescending',
	'relativeOverdueness',
	'random',
	'added'
] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

export const newOrders = ['note', 'random'] as const;
export const leechActions = ['show', 'suspend'] as const;
export const granularities = ['auto', 'blocks', 'atoms', 'both'] as const;
export const dayLoads = ['normal', 'reduced', 'minimum'] as const;
export type DayLoad = (typeof dayLoads)[number];
export type EasyDays = Readonly<Record<Weekday, DayLoad>>;

export const defaultPreset: Preset = {
	...baseOptions,
	desiredRetention: 0.9,
	newPerDay: 20,
	reviewsPerDay: 9_999,
	isNewApart: false,
	leechAction: 'show',
	reviewOrder: 'auto',
	newOrder: 'note',
	buryNewSiblings: true,
	buryReviewSiblings: true,
	buryLearningSiblings: true,
	isParentFirst: true,
	granularity: 'auto',
	isLoadBalanced: true,
	easyDays: {
		0: 'normal',
		1: 'normal',
		2: 'normal',
		3: 'normal',
		4: 'normal',
		5: 'normal',
		6: 'normal'
	},
	minutesPerDay: null
};
