import { foldText } from '#browse/fold-text.ts';
import type { KnownCard } from '#library/library.ts';

/**
 * The cards that an orphan may be now, as far as they hold all words searched for: those never reviewed first, then the
 * most alike in their question.
 */
export function likelyCards(
	cards: readonly KnownCard[],
	question: string,
	search: string
): readonly KnownCard[] {
	const words = foldText(search).split(' ').filter(Boolean);
	const pairs = pairsOf(question);
	return cards
		.map((known, index) => ({
			known,
			index,
			isReviewed: (known.record?.reps ?? 0) > 0,
			likeness: likeness(pairs, pairsOf(known.card.frontText))
		}))
		.filter(({ known: { card } }) => {
			const text = foldText(`${card.path.join(' ')} ${card.frontText} ${card.backText}`);
			return words.every((word) => text.includes(word));
		})
		.sort(
			(a, b) =>
				Number(a.isReviewed) - Number(b.isReviewed) || b.likeness - a.likeness || a.index - b.index
		)
		.map(({ known }) => known);
}

/** Pairs of neighbouring characters: good for Chinese as for English. */
function pairsOf(text: string): ReadonlySet<string> {
	const folded = foldText(text);
	return new Set(Array.from({ length: Math.max(folded.length - 1, 0) }, (_, at) => folded.slice(at, at + 2)));
}

/** 0 nothing in common, 1 the same: the shared part of both (Dice). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const shared = [...a].filter((pair) => b.has(pair)).length;
	return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
