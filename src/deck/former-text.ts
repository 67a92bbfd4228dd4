import type { Card } from './card.ts';

/** What a card's faces said before they changed, as plain text. Persisted with the card: never rename a field. */
export interface FormerText {
	readonly frontText: string;
	readonly backText: string;
	/** Of the last change; milliseconds UTC. */
	readonly changedAt: number;
}

interface Change {
	/** When the new text came; undefined where nobody needs to be told. */
	readonly changedAt: number | undefined;
	/** Undefined for a card that was never reviewed: there is nothing to unlearn. */
	readonly lastReviewAt: number | undefined;
}

/**
 * The new version of a card with the text that the person last answered: that of before this change, or of before an
 * earlier one where no review came between. Without a text where the new one says the same.
 */
export function withFormerText(card: Card, before: Card | undefined, change: Change): Card {
	if (before === undefined) return card;
	const former = formerText(card, before, change);
	const { former: _former, ...bare } = card;
	return former === undefined ? bare : { ...bare, former };
}

function formerText(card: Card, before: Card, { changedAt, lastReviewAt }: Change): FormerText | undefined {
	if (isSameText(card, before)) return before.former;
	if (changedAt === undefined || lastReviewAt === undefined) return undefined;
	const { frontText, backText } = isUnanswered(before.former, lastReviewAt) ? before.former : before;
	return isSameText(card, { frontText, backText }) ? undefined : { frontText, backText, changedAt };
}

/** Whether a changed card was not yet answered as it is now. */
export const isUnanswered = (
	former: FormerText | undefined,
	lastReviewAt: number | undefined
): former is FormerText =>
	former !== undefined && lastReviewAt !== undefined && lastReviewAt < former.changedAt;

type Faces = Pick<Card, 'frontText' | 'backText'>;

const isSameText = (a: Faces, b: Faces) => a.frontText === b.frontText && a.backText === b.backText;
