import type { Scheduler } from '#scheduler/scheduler.ts';
import { logTables } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import type { LibraryDatabase } from './library-database.ts';
import type { VerifyProblem, VerifyReport } from './library.ts';
import { readLogCounts } from './log-counts.ts';
import { sha256 } from './sha-256.ts';
import { verifyProjections } from './verify-projections.ts';

/** @param scheduler to fold with; without one, only heads are compared */
export async function verifyLibrary(
	connection: Connection,
	scheduler: Scheduler | undefined
): Promise<VerifyReport> {
	const { events, problems } = await connection.run(verifyHeads);
	if (!scheduler) return report(events, problems);
	const altered = await verifySegments(connection);
	const stale = await connection.run((db) => verifyProjections(db, scheduler));
	return report(events, [...problems, ...altered, ...stale]);
}

const report = (events: number, problems: readonly VerifyProblem[]): VerifyReport => ({
	isSound: problems.length === 0,
	events,
	problems
});

const verifyHeads = (db: LibraryDatabase) =>
	db.transaction('r', logTables(db), async () => {
		const [{ heads, isUnsettled }, segments] = await Promise.all([readLogCounts(db), db.segments.toArray()]);
		const problems: VerifyProblem[] = [];
		if (isUnsettled)
			problems.push({ code: 'unfinished', subject: 'unsettled', message: 'Events wait to be computed.' });
		const tailKeys = await db.tail.toCollection().primaryKeys();
		const inTail = groupBy(tailKeys, ([deviceId]) => deviceId);
		const sealed = groupBy(segments, ({ deviceId }) => deviceId);
		let events = 0;
		for (const deviceId of new Set([...heads.keys(), ...sealed.keys(), ...inTail.keys()])) {
			const inSegments = (sealed.get(deviceId) ?? []).reduce((sum, { count }) => sum + count, 0);
			const found = inSegments + (inTail.get(deviceId)?.length ?? 0);
			const written = heads.get(deviceId)?.count ?? 0;
			events += found;
			if (found !== written) problems.push(missingEvents(deviceId, found, written));
		}
		return { events, problems };
	});

const missingEvents = (subject: string, found: number, written: number): VerifyProblem => ({
	code: 'missing-events',
	subject,
	message: `${written} events of the device were written, ${found} are there.`
});

async function verifySegments(connection: Connection): Promise<readonly VerifyProblem[]> {
	const ids = await connection.run((db) => db.segments.toCollection().primaryKeys());
	const problems: VerifyProblem[] = [];
	for (const id of ids) {
		const body = await connection.run((db) => db.segmentBodies.get(id));
		if (!body || (await sha256(body.events)) !== id)
			problems.push({
				code: 'altered-segment',
				subject: id,
				message: body ? 'Its digest differs.' : 'It is missing.'
			});
	}
	return problems;
}
