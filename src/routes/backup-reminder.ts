import type { Library } from '#library/library.ts';
import { studyDayNow, type StudyDay } from '#time/study-day.ts';
import { systemClock } from './system.ts';

/** Local to this device: what the last backup held. */
export interface LastBackup {
	readonly at: number;
	readonly day: StudyDay;
	/** Reviews that had been done on that day when the backup was made. */
	readonly reviewsOnDay: number;
}

const backupKey = 'lastBackup';

export async function lastBackup(library: Library): Promise<LastBackup | undefined> {
	return (await library.readLocal(backupKey)) as LastBackup | undefined;
}

export async function noteBackup(library: Library): Promise<void> {
	const day = today();
	const totals = await library.dayTotals(day, day);
	const made: LastBackup = { at: systemClock.now(), day, reviewsOnDay: totals.get(day)?.reviews ?? 0 };
	await library.writeLocal(backupKey, made);
}

/** Reviews that no backup holds: what would be lost with this device. */
export async function reviewsSinceBackup(library: Library): Promise<number> {
	const made = await lastBackup(library);
	const totals = await library.dayTotals(made?.day ?? 0, today() + 1);
	const reviews = [...totals.values()].reduce((sum, day) => sum + day.reviews, 0);
	return reviews - (made?.reviewsOnDay ?? 0);
}

/** To the day is enough for a reminder, so the rollover hour does not matter. */
const today = (): StudyDay => studyDayNow(systemClock, 4);
