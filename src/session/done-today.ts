import type { CardId } from '#deck/ids.ts';
import { liveEvents } from '#review-log/live-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';

/** What a study day's log says was asked, each card once: by its first review of the day. */
export interface AskedToday {
	/** `new`: never reviewed before. */
	readonly kindsByCard: ReadonlyMap<CardId, 'new' | 'review'>;
	/** All reviews, steps within the day included. */
	readonly reviews: number;
}

/** @param events of one study day, in log order */
export function askedToday(events: readonly LogEvent[]): AskedToday {
	const kindsByCard = new Map<CardId, 'new' | 'review'>();
	let reviews = 0;
	for (const event of liveEvents(events).live) {
		if (event.type !== 'review' || event.payload.mode === 'cram' || event.cardId === '') continue;
		reviews++;
		if (kindsByCard.has(event.cardId)) continue;
		kindsByCard.set(event.cardId, event.payload.prefix.count === 0 ? 'new' : 'review');
	}
	return { kindsByCard, reviews };
}
