import type { CardId } from '#deck/ids.ts';
import type { LogEvent, LogEventOf } from '#review-log/log-event.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import type { DueChange } from '#scheduler/due-change.ts';
import { pickDay } from '#scheduler/fuzz.ts';
import { momentNow } from '#scheduler/moment.ts';
import type { DueChoice } from '#scheduler/parse-due.ts';
import { seededRandom } from '#scheduler/seeded-random.ts';
import { writeEvents, type ActionDeps } from './act-on-cards.ts';

/** Writes new due days, in one transaction. Returns the events, for `undoEvents`. */
export const applyDueChanges = (
	deps: ActionDeps,
	changes: readonly DueChange[],
	cause: LogEventOf<'setDue'>['payload']['cause']
): Promise<readonly LogEvent[]> =>
	writeEvents(
		deps,
		changes.map(({ cardId, to }) => ({ cardId, type: 'setDue', payload: { dueDay: to, cause } }))
	);

/** Sets cards due by hand: each on a day of the choice, by a chance that is the same on every device. */
export async function setDue(
	deps: ActionDeps,
	cardIds: readonly CardId[],
	{ fromDays, toDays }: DueChoice
): Promise<readonly LogEvent[]> {
	const { rolloverHour } = readAppSettings(await deps.library.settings());
	const { day } = momentNow(deps.clock, rolloverHour);
	return writeEvents(
		deps,
		cardIds.map((cardId) => {
			const days = pickDay({ lower: fromDays, upper: toDays }, seededRandom(cardId, day));
			return { cardId, type: 'setDue', payload: { dueDay: day + days, cause: 'set' } };
		})
	);
}
