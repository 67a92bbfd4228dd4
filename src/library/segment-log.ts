import type { EventId, LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import { eventsToText } from './event-text.ts';
import { groupBy } from './group-by.ts';
import type { SegmentBodyRow, SegmentIdsRow, SegmentRow } from './library-database.ts';
import { segmentSize } from './segment-size.ts';
import { sha256 } from './sha-256.ts';

export interface Segment {
	readonly row: SegmentRow;
	readonly body: SegmentBodyRow;
	readonly ids: SegmentIdsRow;
}

export interface SegmentedEvents {
	readonly segments: readonly Segment[];
	/** Events of devices with too few for a segment: they go into the tail. */
	readonly rest: readonly LogEvent[];
}

/** Parts of a log, each of one device and of about equal size. Hashes, so it must not run inside a transaction. */
export async function segmentLog(events: readonly LogEvent[]): Promise<SegmentedEvents> {
	const segments: Segment[] = [];
	const rest: LogEvent[] = [];
	for (const ofDevice of groupBy(events, ({ deviceId }) => deviceId).values()) {
		if (ofDevice.length < segmentSize.least) rest.push(...ofDevice);
		else for (const part of equalParts(inLogOrder(ofDevice))) segments.push(await newSegment(part));
	}
	return { segments, rest };
}

/**
 * @param events of one device, in log order
 */
export async function newSegment(events: readonly LogEvent[]): Promise<Segment> {
	const text = eventsToText(events);
	const id = await sha256(text);
	const ids = events.map((event) => event.id);
	const days = events.map(({ day }) => day);
	return {
		row: {
			id,
			deviceId: events[0]?.deviceId ?? '',
			count: events.length,
			minDay: Math.min(...days),
			maxDay: Math.max(...days),
			minId: extreme(ids, (a, b) => a < b),
			maxId: extreme(ids, (a, b) => a > b)
		},
		body: { id, events: text },
		ids: { id, ids: JSON.stringify(ids) }
	};
}

function* equalParts(events: readonly LogEvent[]): Generator<readonly LogEvent[]> {
	const size = Math.ceil(events.length / Math.ceil(events.length / segmentSize.most));
	for (let from = 0; from < events.length; from += size) yield events.slice(from, from + size);
}

const extreme = (ids: readonly EventId[], isBefore: (a: EventId, b: EventId) => boolean): EventId =>
	ids.reduce((a, b) => (isBefore(b, a) ? b : a));
