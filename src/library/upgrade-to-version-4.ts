import type { Transaction } from 'dexie';
import type { StudyDay } from '#time/study-day.ts';
import { blockOf, toStoredDays } from './day-blocks.ts';
import type { DayCounts, StoredDays } from './library-database.ts';

/** The counters of more days stand in one row, as JSON. */
export async function upgradeToVersion4(transaction: Transaction): Promise<void> {
	const former = (await transaction.table('days').toArray()) as readonly FormerDays[];
	const blocks = new Map<number, Map<StudyDay, DayCounts>>();
	for (const [day, counts] of former.flatMap(({ days }) => [...days])) {
		const days = blocks.get(blockOf(day)) ?? new Map<StudyDay, DayCounts>();
		blocks.set(blockOf(day), days.set(day, counts));
	}
	const table = transaction.table<StoredDays>('days');
	await table.clear();
	await table.bulkPut(Array.from(blocks, ([block, days]) => toStoredDays({ block, days })));
}

interface FormerDays {
	readonly days: ReadonlyMap<StudyDay, DayCounts>;
}
