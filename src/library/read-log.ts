import type { LogEvent } from '#review-log/log-event.ts';
import type { Connection } from './connection.ts';
import { textToEvents } from './event-text.ts';
import type { SegmentRow } from './library-database.ts';

/**
 * The tail and the list of segments are read at one moment, and a segment never changes: so each event comes once, even
 * where some are sealed meanwhile. Oldest segments first.
 */
export async function* readLog(connection: Connection): AsyncGenerator<readonly LogEvent[]> {
	const { tail, segments } = await readLogParts(connection);
	if (tail.length > 0) yield tail;
	for (const { id } of segments) yield await readSegment(connection, id);
}

/** The events that are in no segment, and the segments, oldest first. */
export function readLogParts(
	connection: Connection
): Promise<{ readonly tail: readonly LogEvent[]; readonly segments: readonly SegmentRow[] }> {
	return connection.read(['tail', 'segments'], async (transaction) => {
		const [tail, segments] = await Promise.all([transaction.range('tail'), transaction.range('segments')]);
		return { tail, segments: segments.toSorted((a, b) => a.minDay - b.minDay) };
	});
}

/** Its events, in log order. */
export async function readSegment(connection: Connection, id: string): Promise<readonly LogEvent[]> {
	const body = await connection.read(['segmentBodies'], (transaction) =>
		transaction.get('segmentBodies', id)
	);
	return textToEvents(body?.events ?? '[]');
}
