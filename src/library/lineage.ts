import type { CardId } from '#deck/ids.ts';
import { boundCards } from '#review-log/bound-cards.ts';
import type { LogEvent } from '#review-log/log-event.ts';

export interface Lineage {
	/** The card's own events and those of every card that it continues. */
	readonly events: readonly LogEvent[];
	/** Cards of the lineage whose events are not at hand: load them, then ask again. */
	readonly missing: readonly CardId[];
}

/**
 * What a card's record is folded from.
 * @param eventsOf all events written under one id; undefined where they are not at hand
 */
export function lineage(
	cardId: CardId,
	eventsOf: (cardId: CardId) => readonly LogEvent[] | undefined
): Lineage {
	const missing = new Set<CardId>();
	const ids = boundCards(cardId, (id) => {
		const events = eventsOf(id);
		if (!events) missing.add(id);
		return events ?? [];
	});
	return { events: ids.flatMap((id) => eventsOf(id) ?? []), missing: [...missing] };
}

/** Cards that any of these events, live or not, continues: when those change, this card may change with them. */
export const rebindSources = (events: readonly LogEvent[]): readonly CardId[] =>
	events.flatMap((event) => (event.type === 'rebind' ? [event.payload.from] : []));

/**
 * The cards themselves and all that continue them, directly or through others.
 * @param followersOf cards with a `rebind` event from the given one
 */
export function withFollowers(
	cardIds: Iterable<CardId>,
	followersOf: (cardId: CardId) => Iterable<CardId>
): ReadonlySet<CardId> {
	const affected = new Set(cardIds);
	for (const id of affected) for (const follower of followersOf(id)) affected.add(follower);
	return affected;
}
