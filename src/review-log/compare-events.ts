import type { LogEvent } from './log-event.ts';

/** Total order: the id breaks ties, so every device folds the same log to the same state. */
export const compareEvents = (a: Pick<LogEvent, 'hlc' | 'id'>, b: Pick<LogEvent, 'hlc' | 'id'>): number =>
	a.hlc - b.hlc || (a.id < b.id ? -1 : Number(a.id > b.id));
