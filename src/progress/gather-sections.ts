import type { Card } from '#deck/card.ts';
import type { NoteId } from '#deck/ids.ts';
import { addCounts, noCards, withCard, type CardRecall, type RecallCounts } from './recall-counts.ts';

/** A note, or a section of one by its title, with what is known of all cards in it. */
export interface SectionNode {
	readonly title: string;
	readonly counts: RecallCounts;
	/** Line of its first card in the note. */
	readonly line: number;
	/** In the order of the note. */
	readonly sections: readonly SectionNode[];
}

/** Takes the cards of a deck in pieces, and keeps a tree of their sections. */
export class SectionGatherer {
	readonly #notes = new Map<NoteId, Branch>();

	add({ noteId, path, source }: Pick<Card, 'noteId' | 'path' | 'source'>, card: CardRecall): void {
		let branch = branchIn(this.#notes, noteId, source.line);
		for (const title of path) branch = branchIn(branch.sections, title, source.line);
		branch.counts = withCard(branch.counts, card);
	}

	/** One tree a note; a note without cards has none. */
	notes(): ReadonlyMap<NoteId, SectionNode> {
		return new Map(Array.from(this.#notes, ([id, branch]) => [id, nodeOf('', branch)]));
	}
}

interface Branch {
	/** Of the cards that stand in no deeper section. */
	counts: RecallCounts;
	line: number;
	readonly sections: Map<string, Branch>;
}

function branchIn<Key>(branches: Map<Key, Branch>, key: Key, line: number): Branch {
	const known = branches.get(key);
	if (known !== undefined) {
		known.line = Math.min(known.line, line);
		return known;
	}
	const branch: Branch = { counts: noCards, line, sections: new Map() };
	branches.set(key, branch);
	return branch;
}

function nodeOf(title: string, { counts, line, sections }: Branch): SectionNode {
	const nodes = Array.from(sections, ([name, branch]) => nodeOf(name, branch));
	return {
		title,
		counts: nodes.reduce((sum, node) => addCounts(sum, node.counts), counts),
		line,
		sections: nodes.sort((a, b) => a.line - b.line)
	};
}
