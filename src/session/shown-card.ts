import { siblingGroup, type Card } from '#deck/card.ts';
import type { Note } from '#deck/deck.ts';
import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { QueueCard } from './queue-card.ts';

/** What the screen and the buttons need of a card, read before its turn comes. */
export interface ShownCard {
	readonly card: Card;
	/** Study days on which siblings are due. */
	readonly siblingDueDays: readonly StudyDay[];
	/** The first card of the block where this is a later one: it is asked first as long as it is new. */
	readonly parent: { readonly cardId: CardId; readonly record: CardRecord | undefined } | undefined;
}

/** Undefined where the card is gone: its deck was removed or its note changed while the session was open. */
export async function readShownCard(
	library: Library,
	queued: Pick<QueueCard, 'cardId' | 'noteId'>,
	note: Note | undefined
): Promise<ShownCard | undefined> {
	const card = note?.cards.find(({ id }) => id === queued.cardId);
	if (note === undefined || card === undefined) return undefined;
	const group = siblingGroup(card);
	const siblings = note.cards.filter((other) => siblingGroup(other) === group);
	// Most cards have none: then nothing is read.
	if (siblings.length === 1) return { card, siblingDueDays: [], parent: undefined };
	const records = await library.records(siblings.map(({ id }) => id));
	const head = siblings[0];
	return {
		card,
		siblingDueDays: records.flatMap((record) =>
			record !== undefined && record.cardId !== card.id && record.state.kind === 'review'
				? [record.state.dueDay]
				: []
		),
		parent: head === undefined || head.id === card.id ? undefined : { cardId: head.id, record: records[0] }
	};
}
