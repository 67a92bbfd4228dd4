import type { CardId } from '#deck/ids.ts';
import { boundCards } from '#review-log/bound-cards.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { applyEvent } from './apply-event.ts';
import type { CardRecord } from './card-record.ts';
import { foldCard } from './fold-card.ts';
import { isStep } from './is-step.ts';
import type { Models } from './models.ts';
import { newRecord } from './new-record.ts';
import { closeRecord, openRecord, type OpenRecord } from './open-record.ts';

/**
 * The records of all cards of a log: the same as `foldCard` of each card's events and of those it continues. Walks the log
 * once, as it lies in memory; only cards with undos, bindings, or events out of order are folded from their own events.
 * @param log in any order, best in log order; an event may come twice
 */
export function foldLog(log: readonly LogEvent[], models: Models): ReadonlyMap<CardId, CardRecord> {
	const open = new Map<CardId, OpenRecord>();
	const apart = new Set<CardId>();
	for (const event of log) {
		const { cardId } = event;
		if (cardId === '' || apart.has(cardId)) continue;
		let record = open.get(cardId);
		if (record === undefined) {
			record = openRecord(newRecord(cardId));
			open.set(cardId, record);
		}
		if (isStep(record, event, models)) {
			applyEvent(record, event, models, none);
			record.last = event;
		} else {
			apart.add(cardId);
			open.delete(cardId);
		}
	}
	const records = new Map(Array.from(open, ([id, record]) => [id, closeLog(record)]));
	for (const record of foldApart(log, apart, models)) records.set(record.cardId, record);
	return records;
}

/** While it grew, its last event stood there whole. */
function closeLog(open: OpenRecord): CardRecord {
	const { last } = open;
	return closeRecord({ ...open, last: last && { hlc: last.hlc, id: last.id } });
}

function foldApart(
	log: readonly LogEvent[],
	apart: ReadonlySet<CardId>,
	models: Models
): readonly CardRecord[] {
	if (apart.size === 0) return [];
	const wanted = new Set<string>(apart);
	for (const event of log) if (event.type === 'rebind') wanted.add(event.payload.from);
	const eventsByCard = new Map<string, LogEvent[]>();
	for (const event of log) {
		if (!wanted.has(event.cardId)) continue;
		const events = eventsByCard.get(event.cardId);
		if (events === undefined) eventsByCard.set(event.cardId, [event]);
		else events.push(event);
	}
	const eventsOf = (id: CardId) => eventsByCard.get(id) ?? [];
	return Array.from(apart, (id) => foldCard(id, boundCards(id, eventsOf).flatMap(eventsOf), models));
}

const none = () => undefined;
