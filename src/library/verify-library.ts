import type { Scheduler } from '#scheduler/scheduler.ts';
import { logTables } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import type { LibraryDatabase } from './library-database.ts';
import type { VerifyProblem, VerifyReport } from './library.ts';
import { isUnsettled } from './pending-events.ts';
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
	db.transaction('r', [...logTables(db), db.meta], async () => {
		const [heads, segments, unsettled] = await Promise.all([
			db.heads.toArray(),
			db.segments.toArray(),
			isUnsettled(db)
		]);
		const problems: VerifyProblem[] = [];
		if (unsettled)
			problems.push({ code: 'unfinished', subject: 'pending', message: 'Events wait to be computed.' });
		const devices = new Set([...heads, ...segments].map(({ deviceId }) => deviceId));
		let events = 0;
		for (const deviceId of devices) {
			const sealed = segments.filter((segment) => segment.deviceId === deviceId);
			const inTail = await db.tail.where('deviceId').equals(deviceId).count();
			const found = sealed.reduce((sum, { count }) => sum + count, inTail);
			const written = heads.find((head) => head.deviceId === deviceId)?.count ?? 0;
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
