import type { CarvedNode } from '../1-read/read-note.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import type { CardDraft } from './card-draft.ts';
import { clozeCards } from './cloze-cards.ts';
import { deletionsIn } from './deletions.ts';
import type { Extraction } from './extraction.ts';
import type { Unit } from './unit.ts';

/** Cards that were cut out of the note before it was parsed, since their marks are no Markdown. */
export function readCarved(carved: CarvedNode, unit: Unit, extraction: Extraction): CardDraft[] {
	const place = { line: carved.line, endLine: carved.endLine };
	if (carved.shape === 'cloze') return readCarvedCloze(carved, unit, extraction);
	const { tags } = carved;
	const front = extraction.render(carved.front);
	const back = extraction.render(carved.back);
	if (carved.shape === 'choice') {
		const options = carved.options.map(({ nodes }) => extraction.render(nodes).html);
		const answers = carved.options.flatMap(({ isRight }, index) => (isRight ? [index] : []));
		const parts = { kind: 'choice', options, answers } as const;
		return [extraction.card({ kind: 'choice', front, back, key: front.text, parts, tags }, unit, place)];
	}
	const cards = [extraction.card({ kind: 'basic', front, back, key: front.text, tags }, unit, place)];
	if (carved.shape === 'reversed') {
		cards.push(
			extraction.card(
				{ kind: 'reverse', front: back, back: front, key: front.text, form: 'reverse', tags },
				unit,
				place
			)
		);
	}
	return cards;
}

function readCarvedCloze(carved: CarvedNode, unit: Unit, extraction: Extraction): CardDraft[] {
	return paragraphsIn(carved.front).flatMap((node) => {
		const deletions = deletionsIn(node.inline, extraction.dialects, extraction.hidesBold);
		const text = { tokens: node.inline, line: node.line, deletions, below: carved.back };
		return deletions.length === 0
			? []
			: clozeCards(text, unit, { ...node, endLine: carved.endLine }, extraction);
	});
}

type Paragraph = Extract<NoteNode, { kind: 'paragraph' }>;

const paragraphsIn = (nodes: readonly NoteNode[]): Paragraph[] =>
	nodes.flatMap((node) => {
		if (node.kind === 'paragraph') return [node];
		return 'children' in node ? paragraphsIn(node.children) : [];
	});
