import type { EventId, LogEvent } from './log-event.ts';

export interface Liveness {
	/** Events that count, in log order, undo events left out. */
	readonly live: readonly LogEvent[];
	/** What live undos name that is not (yet) here: it will not count when it arrives. */
	readonly unmetUndos: readonly EventId[];
}

/**
 * Which events count. An undo takes its target away wherever that stands, also when it arrives later; an undo of an undo
 * brings the target back, unless another undo still names it.
 * @param events in log order, each once (`inLogOrder`)
 */
export function liveEvents(events: readonly LogEvent[]): Liveness {
	if (!events.some(isUndo)) return { live: events, unmetUndos: [] };
	const targets = undoTargets(events);
	const known = new Set(events.map((event) => event.id));
	return {
		live: events.filter((event) => !isUndo(event) && !targets.has(event.id)),
		unmetUndos: [...targets].filter((id) => !known.has(id)).sort()
	};
}

/** Last undo first: it follows what it undoes, so when an undo's turn comes it is known whether it still counts. */
function undoTargets(events: readonly LogEvent[]): ReadonlySet<EventId> {
	const targets = new Set<EventId>();
	for (const event of events.toReversed()) {
		if (isUndo(event) && !targets.has(event.id)) targets.add(event.payload.target);
	}
	return targets;
}

const isUndo = (event: LogEvent) => event.type === 'undo';
