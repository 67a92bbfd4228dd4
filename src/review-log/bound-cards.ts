import type { CardId } from '#deck/ids.ts';
import { liveEvents } from './live-events.ts';
import type { LogEvent } from './log-event.ts';
import { inLogOrder } from './merge-events.ts';

/**
 * The ids whose events a card's fold needs: its own, and those it continues (`rebind`), and those they continue.
 * @param eventsOf all events written under one id
 */
export function boundCards(cardId: CardId, eventsOf: (id: CardId) => readonly LogEvent[]): readonly CardId[] {
	const ids = new Set<CardId>([cardId]);
	for (const id of ids) {
		for (const event of liveEvents(inLogOrder(eventsOf(id))).live) {
			if (event.type === 'rebind') ids.add(event.payload.from);
		}
	}
	return [...ids];
}
