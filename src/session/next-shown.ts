import type { Preset } from '#scheduler/preset.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardCache } from './card-cache.ts';
import { prerequisite } from './prerequisite.ts';
import type { QueueCard } from './queue-card.ts';
import * as transitions from './session.ts';
import type { Session } from './session.ts';
import type { ShownCard } from './shown-card.ts';

interface NextShown {
	readonly session: Session;
	/** Undefined where the session has no current card. */
	readonly shown: ShownCard | undefined;
}

/**
 * The session with a current card that is there, and that card: usually read ahead of time. Before a new card its parent
 * is asked; one whose deck was removed, or whose note changed, while the session was open is passed over.
 * @param next turns to the next card
 */
export async function nextShown(
	session: Session,
	cache: CardCache,
	day: { readonly day: StudyDay; preset(deckId: QueueCard['deckId']): Preset },
	next: (session: Session) => Session
): Promise<NextShown> {
	let found = session;
	while (found.current !== undefined) {
		const { current } = found;
		const shown = cache.ready(current.cardId) ?? (await cache.read(current));
		const parent = prerequisite(current, shown, day.preset(current.deckId), day.day);
		if (parent !== undefined) found = transitions.precede(found, parent);
		else if (shown !== undefined) return { session: found, shown };
		else found = next(transitions.leave(found));
	}
	return { session: found, shown: undefined };
}
