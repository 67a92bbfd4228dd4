import type { LogEvent } from '#review-log/log-event.ts';
import type { Connection } from './connection.ts';
import type { LogPart, LogPlace } from './library.ts';
import { readLogParts, readSegment } from './read-log.ts';

/**
 * The tail and the list of segments are read at one moment, and a segment never changes. What was read as a row of the
 * tail and has been sealed since is passed over in its segment. Oldest segments first.
 */
export async function readLogAfter(
	connection: Connection,
	place: LogPlace | undefined
): Promise<LogPart | undefined> {
	const { tail, segments } = await readLogParts(connection);
	const sealed = new Set(segments.map(({ id }) => id));
	if (place?.sealed.some((id) => !sealed.has(id))) return undefined;
	const knownSegments = new Set(place?.sealed);
	const knownEvents = new Set(place?.tail);
	const isNew = ({ id }: LogEvent) => !knownEvents.has(id);
	const loose = tail.filter(isNew);
	const fresh = segments.filter(({ id }) => !knownSegments.has(id));
	return {
		count: loose.length + fresh.reduce((sum, { count }) => sum + count, 0),
		place: { sealed: [...sealed], tail: tail.map(({ id }) => id) },
		pieces: readPieces()
	};

	async function* readPieces(): AsyncGenerator<readonly LogEvent[]> {
		if (loose.length > 0) yield loose;
		for (const { id } of fresh) {
			const events = (await readSegment(connection, id)).filter(isNew);
			if (events.length > 0) yield events;
		}
	}
}
