import type { CardKind, CardParts, SourceSpan } from '#deck/card.ts';
import type { Face } from '../4-emit/face.ts';
import type { BlockKind, Verdict } from '../compilation.ts';

/** A card before it has an id. */
export interface CardDraft {
	readonly kind: CardKind;
	/** Titles around it, outermost first. */
	readonly path: readonly string[];
	readonly front: Face;
	readonly back: Face;
	readonly source: SourceSpan;
	/** Text of the block it stands in: cards of one block are siblings. */
	readonly group: string;
	/** What tells it from its siblings, by content: the step, the side, the blanked words. */
	readonly key: string;
	readonly tags: readonly string[];
	readonly parts?: CardParts;
}

/** An open point before it has an id. */
export interface OpenDraft {
	readonly path: readonly string[];
	readonly text: string;
	readonly source: SourceSpan;
	readonly reason: string;
}

/** What became of one block; the cards it went into are drafts still. */
export interface VerdictDraft {
	readonly source: SourceSpan;
	readonly block: BlockKind;
	readonly verdict: Verdict['verdict'];
	readonly reason: string;
	readonly cards: readonly CardDraft[];
}
