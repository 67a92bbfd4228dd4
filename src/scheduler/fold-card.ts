import type { CardId } from '#deck/ids.ts';
import { liveEvents } from '#review-log/live-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import { applyEvent } from './apply-event.ts';
import type { CardRecord } from './card-record.ts';
import { memoriesUnder } from './memories-under.ts';
import type { Models } from './models.ts';
import { newRecord } from './new-record.ts';
import { closeRecord, openRecord } from './open-record.ts';

/**
 * A card's record: the fold of its live events in log order. Any delivery order, duplicates and tombstones before their
 * targets give the same record, and no log makes it throw.
 */
export function foldCard(cardId: CardId, events: readonly LogEvent[], models: Models): CardRecord {
	const ordered = inLogOrder(events);
	const { live, unmetUndos } = liveEvents(ordered);
	const open = openRecord(newRecord(cardId));
	const memories = memoriesUnder(live);
	for (const event of live) applyEvent(open, event, models, memories);
	const last = ordered.at(-1);
	open.last = last === undefined ? null : { hlc: last.hlc, id: last.id };
	if (unmetUndos.length > 0) open.unmetUndos = unmetUndos;
	return closeRecord(open);
}
