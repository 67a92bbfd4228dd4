/** So many other cards stand between two siblings, where there are enough. */
const apart = 5;

/**
 * Siblings that are asked on one day (where burying is off) kept apart: the next card is the first whose siblings are far
 * enough behind. The two sides of a comparison are siblings too, and would give each other away.
 */
export function spreadSiblings<Card extends { readonly siblingGroup: string }>(
	cards: readonly Card[]
): readonly Card[] {
	if (new Set(cards.map(({ siblingGroup }) => siblingGroup)).size === cards.length) return cards;
	const waiting = [...cards];
	const spread: Card[] = [];
	while (waiting.length > 0) {
		const recent = spread.slice(-apart).map(({ siblingGroup }) => siblingGroup);
		const index = waiting.findIndex(({ siblingGroup }) => !recent.includes(siblingGroup));
		spread.push(...waiting.splice(Math.max(0, index), 1));
	}
	return spread;
}
