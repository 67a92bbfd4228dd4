import type { Library } from '#library/library.ts';
import { newRecord } from '#scheduler/new-record.ts';
import type { RatingPreviews } from '#scheduler/scheduler.ts';
import { SECOND_MS } from '#time/instant.ts';
import type { Queue } from './build-queue.ts';
import type { SessionScope } from './scope.ts';

const returnsAfter = (seconds: number) => ({
	intervalDays: 0,
	delayMs: seconds * SECOND_MS,
	delaySeconds: seconds
});
const leaves = { intervalDays: 0, delayMs: 0 };

/** While cramming: again comes back in a minute, hard in ten, good and easy do not come back (scheduling rule 4.15). */
export const cramPreviews: RatingPreviews = {
	1: returnsAfter(60),
	2: returnsAfter(600),
	3: leaves,
	4: leaves
};

/** The cards asked for, due or not, in the order given; suspended ones left out. */
export async function cramQueue(library: Library, { cardIds = [] }: SessionScope): Promise<Queue> {
	const [refs, records] = await Promise.all([library.refs(cardIds), library.records(cardIds)]);
	const main = refs.flatMap((ref, index) => {
		if (ref === undefined || records[index]?.isSuspended === true) return [];
		const record = records[index] ?? newRecord(ref.cardId);
		return [{ ...ref, record, kind: 'review' as const, dueAt: null }];
	});
	return { main, learning: [] };
}
