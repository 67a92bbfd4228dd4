import { newRecord } from '#scheduler/new-record.ts';
import type { Preset } from '#scheduler/preset.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { QueueCard } from './queue-card.ts';
import type { ShownCard } from './shown-card.ts';

/**
 * The card to ask before a new card: the first one of its block, as long as that has never been seen. One met part by
 * part without the whole is learnt without its place.
 */
export function prerequisite(
	card: QueueCard,
	shown: ShownCard | undefined,
	preset: Pick<Preset, 'isParentFirst'>,
	today: StudyDay
): QueueCard | undefined {
	if (card.kind !== 'new' || !preset.isParentFirst || shown?.parent === undefined) return undefined;
	const { cardId, record = newRecord(cardId) } = shown.parent;
	const isHidden = record.isSuspended || (record.buriedUntilDay !== null && today < record.buriedUntilDay);
	return record.state.kind === 'new' && !isHidden ? { ...card, cardId, record } : undefined;
}
