import type { NoteNode } from '../1-read/note-node.ts';
import { itemFaces } from './answer-card.ts';
import type { CardDraft } from './card-draft.ts';
import { contentOf } from './content-of.ts';
import { enumerationOf, type Enumeration } from './enumeration.ts';
import type { Extraction } from './extraction.ts';
import { frontOfBlock } from './front-of-block.ts';
import { isStatement } from './is-statement.ts';
import { listFront } from './list-front.ts';
import { nodesOf, withoutBlocks, type Member } from './member.ts';
import { namesSeveral } from './names-several.ts';
import { stepsCard } from './steps.ts';
import type { TitledUnit } from './unit.ts';

/** The card that asks for a block as a whole: what it says as one answer. */
export function emitBlockCard(unit: TitledUnit, shown: readonly Member[], extraction: Extraction): void {
	const card =
		enumerationCard(unit, shown, extraction) ??
		orderedCard(unit, shown, extraction) ??
		plainCard(unit, shown, extraction);
	extraction.claim(unit.node, 'card', 'block', [card]);
	for (const member of shown) extraction.claimMember(member, 'card', 'in-block', [card]);
}

function plainCard(unit: TitledUnit, shown: readonly Member[], extraction: Extraction): CardDraft {
	const front = frontOfBlock(unit, shown.filter(isStatement), extraction);
	const nodes = withoutBlocks(nodesOf(shown));
	const back = extraction.render(nodes);
	const known = { front, back, path: unit.path, key: unit.title.text };
	const [list, ...others] = nodes;
	const isList = list?.kind === 'list' && list.children.length > 1 && others.every(isAside);
	if (!isList || !namesSeveral(unit.title))
		return extraction.card({ kind: 'basic', ...known }, unit, unit.node);
	const parts = { kind: 'list', items: itemFaces(list, extraction) } as const;
	return extraction.card({ kind: 'list', ...known, parts }, unit, unit.node);
}

/** Pictures and remarks beside a list. */
const isAside = (node: NoteNode): boolean => node.kind === 'quote' || contentOf([node]) === 'images';

/** Three numbered statements or more are steps. */
function orderedCard(
	unit: TitledUnit,
	shown: readonly Member[],
	extraction: Extraction
): CardDraft | undefined {
	const [list, ...others] = nodesOf(shown);
	const isOrdered = list?.kind === 'list' && list.start !== undefined && list.children.length > 2;
	return isOrdered ? stepsCard(unit, { list, others }, extraction) : undefined;
}

/** `Docker Hub, Quay, Harbor..等等`: all that the block says is names. */
function enumerationCard(
	unit: TitledUnit,
	shown: readonly Member[],
	extraction: Extraction
): CardDraft | undefined {
	const [only] = shown;
	if (only?.head === undefined || only.rest.length > 0 || shown.filter(isStatement).length !== 1)
		return undefined;
	const named: Enumeration | undefined = enumerationOf(only.head.tokens, only.head.line, extraction);
	if (named === undefined) return undefined;
	const front = listFront(unit, named.items.length, extraction);
	const parts = { kind: 'list', items: named.items } as const;
	const pictures = extraction.render(nodesOf(shown.slice(1)));
	const back = {
		html: named.face.html + pictures.html,
		text: named.face.text,
		media: [...named.face.media, ...pictures.media]
	};
	return extraction.card(
		{ kind: 'list', front, back, path: unit.path, key: unit.title.text, parts },
		unit,
		unit.node
	);
}
