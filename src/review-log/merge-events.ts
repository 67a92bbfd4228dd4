import { compareEvents } from './compare-events.ts';
import type { LogEvent } from './log-event.ts';

/** Union by id, in log order. Merging twice, or in another order, gives the same. */
export function mergeEvents(...logs: readonly (readonly LogEvent[])[]): LogEvent[] {
	const eventsById = new Map<string, LogEvent>();
	for (const log of logs) {
		for (const event of log) if (!eventsById.has(event.id)) eventsById.set(event.id, event);
	}
	return [...eventsById.values()].sort(compareEvents);
}

/** The events in log order, each once. Already so (the usual case) they are returned as they are. */
export function inLogOrder(events: readonly LogEvent[]): readonly LogEvent[] {
	for (let index = 1; index < events.length; index++) {
		// Both are there: index runs inside the list.
		if (compareEvents(events[index - 1] as LogEvent, events[index] as LogEvent) >= 0) {
			return mergeEvents(events);
		}
	}
	return events;
}
