import type { CardFacts } from '#progress/card-facts.ts';
import type { ReviewTable } from '#progress/gather-reviews.ts';
import type { LibraryErrorCode } from '#library/library.ts';
import type { Moment } from '#scheduler/scheduler.ts';

/** To the worker: what time it is where the person is. */
export interface GatherRequest {
	readonly moment: Moment;
}

export interface Gathered {
	readonly reviews: ReviewTable;
	readonly cards: readonly CardFacts[];
}

/** From the worker: how far it is, then what was asked for, or why not. */
export type GatherResponse =
	| { readonly type: 'ready' }
	| { readonly type: 'progress'; readonly done: number; readonly of: number }
	| ({ readonly type: 'gathered' } & Gathered)
	| { readonly type: 'failed'; readonly code: LibraryErrorCode; readonly message: string };
