import type { ForeignState } from '../1-read/foreign-state.ts';
import type { CardDraft } from './card-draft.ts';

/**
 * Gives cards the ids and schedules that another program wrote beside them: in the lines of the card, or in the line
 * just after it. Several schedules belong to the cards of the block in order.
 */
export function attachForeign(
	cards: readonly CardDraft[],
	states: readonly ForeignState[]
): ReadonlyMap<CardDraft, Pick<CardDraft, 'anchor' | 'schedule'>> {
	const attached = new Map<CardDraft, Pick<CardDraft, 'anchor' | 'schedule'>>();
	for (const { line, anchor, schedules } of states) {
		const near = nearest(cards, line);
		near.forEach((card, index) => {
			const schedule = schedules[index];
			const own = attached.get(card);
			attached.set(card, {
				...own,
				...(anchor !== undefined && index === 0 && { anchor }),
				...(schedule !== undefined && { schedule })
			});
		});
	}
	return attached;
}

/** The cards whose lines hold the line most tightly, or end just before it. */
function nearest(cards: readonly CardDraft[], line: number): readonly CardDraft[] {
	const around = cards.filter(({ source }) => source.line <= line && line <= source.endLine + 1);
	const span = ({ source }: CardDraft): number => source.endLine - source.line;
	const last = Math.max(...around.map(({ source }) => source.line));
	const innermost = around.filter(({ source }) => source.line === last);
	const tightest = Math.min(...innermost.map(span));
	return innermost.filter((card) => span(card) === tightest);
}
