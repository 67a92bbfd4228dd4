import { siblingGroup, type Card, type CardKind } from '#deck/card.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { withOverlay } from '#deck/with-overlay.ts';
import type { CardRecord } from '#scheduler/card-record.ts';

/** Of a card as the person reads it, what may explain why it does not stay. */
export interface CardText {
	readonly id: CardId;
	readonly deckId: DeckId;
	readonly noteId: NoteId;
	readonly kind: CardKind;
	readonly path: readonly string[];
	readonly lang: string;
	readonly front: string;
	readonly back: string;
	/** Of a list or of steps, how many there are to recall. */
	readonly points: number;
	readonly isPictureMissing: boolean;
	readonly siblingGroup: string;
	readonly lapses: number;
	readonly isLeech: boolean;
	readonly isSuspended: boolean;
}

/** What the compiler puts where it found no picture. */
const missingPicture = 'class="missing-image"';

export function cardText(written: Card, record: CardRecord | undefined, deckId: DeckId): CardText {
	const card = withOverlay(written, record?.overlay ?? null);
	const { parts } = card;
	return {
		id: card.id,
		deckId,
		noteId: card.noteId,
		kind: card.kind,
		path: card.path,
		lang: card.lang,
		front: card.frontText,
		back: card.backText,
		points: parts?.kind === 'steps' || parts?.kind === 'list' ? parts.items.length : 0,
		isPictureMissing: `${card.front}${card.back}`.includes(missingPicture),
		siblingGroup: siblingGroup(card),
		lapses: record?.lapses ?? 0,
		isLeech: record?.isLeech ?? false,
		isSuspended: record?.isSuspended ?? false
	};
}
