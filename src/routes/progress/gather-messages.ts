import type { Charts } from '#progress/build-charts.ts';
import type { ChartScope, DeckScopes } from '#progress/chart-scope.ts';
import type { Troubles } from '#progress/find-troubles.ts';
import type { LibraryErrorCode } from '#library/library.ts';
import type { Moment } from '#scheduler/scheduler.ts';

/** To the worker. `number` tells the answers to several requests apart. */
export type GatherRequest =
	/** Read what there is, as it is at a moment; then as below. */
	| { readonly type: 'gather'; readonly moment: Moment; readonly scope: ChartScope; readonly number: number }
	/** Build the charts of a scope from what was read. */
	| { readonly type: 'build'; readonly scope: ChartScope; readonly number: number }
	/** Read what there is, and say which cards do not stay, and why. */
	| { readonly type: 'find-troubles'; readonly moment: Moment };

/** From the worker. */
export type GatherResponse =
	| { readonly type: 'ready' }
	/** How far it is. */
	| { readonly type: 'progress'; readonly done: number; readonly of: number }
	/** All is read: what charts may be about. */
	| { readonly type: 'gathered'; readonly scopes: readonly DeckScopes[] }
	| { readonly type: 'charts'; readonly number: number; readonly charts: Charts }
	| { readonly type: 'troubles'; readonly troubles: Troubles }
	/** The charts are right, but what was read could not be kept for the next time. */
	| { readonly type: 'not-kept'; readonly code: LibraryErrorCode }
	| { readonly type: 'failed'; readonly code: LibraryErrorCode; readonly message: string };
