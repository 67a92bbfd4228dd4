import { liveEvents } from '#review-log/live-events.ts';
import type { DeviceId, EventType, LogEvent } from '#review-log/log-event.ts';

/**
 * What a person did to cards on this device on a study day, as actions that can be taken back one by one, oldest first.
 * @param events of the study day, in log order
 */
export function earlierActions(
	events: readonly LogEvent[],
	deviceId: DeviceId
): readonly (readonly LogEvent[])[] {
	const actions: LogEvent[][] = [];
	for (const event of liveEvents(events).live) {
		if (event.deviceId !== deviceId || !taken.has(event.type)) continue;
		const last = actions.at(-1);
		const isSameAction = event.at - (last?.at(-1)?.at ?? -Infinity) <= oneActionMs;
		if (last !== undefined && isSameAction) last.push(event);
		else actions.push([event]);
	}
	return actions;
}

/** Nobody acts twice within it: events this close (a leech's suspension, many cards at once) are one action. */
const oneActionMs = 20;

const taken: ReadonlySet<EventType> = new Set([
	'review',
	'reset',
	'setDue',
	'suspend',
	'unsuspend',
	'bury',
	'flag',
	'edit'
]);
