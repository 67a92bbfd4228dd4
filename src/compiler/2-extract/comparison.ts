import type { NoteNode } from '../1-read/note-node.ts';
import { stackFaces, type Face } from '../4-emit/face.ts';
import type { CardDraft } from './card-draft.ts';
import { comparedSides, type Side } from './compared-sides.ts';
import type { Construct, Place } from './construct.ts';
import { contentOf } from './content-of.ts';
import { differenceIn, type Difference } from './differing-line.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { isBlock, membersOf, nodesOf, textOf, withoutBlocks, withoutMembers, type Member } from './member.ts';
import { isQuestionMember } from './question.ts';
import { labelRole } from './label-role.ts';
import { splitLabel } from './split-label.ts';
import { isReference } from './reference.ts';
import { isTodo } from './todo.ts';
import { readTitle } from './title.ts';
import { innerUnit, type Unit } from './unit.ts';

/**
 * Two things side by side: one card for the whole, and "which one …?" for every line in which they differ.
 *
 *     - `ADD` vs `COPY`
 *       ^ the sides
 *       - `ADD` 會自動解壓縮，`COPY` 不會
 *         ^ a difference
 */
export const readComparison: Construct = (place, extraction) => {
	const { member } = place;
	if (member.head === undefined || member.rest.length === 0 || member.node.kind === 'paragraph') return 0;
	const compared = comparedSides(member.head.tokens);
	if (compared === undefined || (member.node.kind === 'section' && !compared.isCertain)) return 0;
	const { lines, forms, blocks } = partsOf(member, compared.sides);
	const title = readTitle(member.head.tokens, member.head.line);
	const unit = innerUnit(place.unit, member.node.kind === 'item' ? 'label' : 'details', title, member.node);
	const differences = lines.map((line) => differenceOf(line, compared.sides, extraction));
	const pair = blockPair(blocks, compared.sides);
	const isComparison =
		pair !== undefined || compared.isCertain || isContrast(differences, compared.sides.every(isCode));
	if (!isComparison || contentOf(pair ?? lines.map(({ node }) => node)) !== 'text') return 0;
	compareCards({ place, unit, sides: compared.sides, lines, forms, differences, pair }, extraction);
	if (forms.length > 0) place.readForms(unit, nodesOf(forms));
	if (blocks.length > 0) place.readUnit(unit, blocks);
	return 1;
};

/**
 * `&` compares only where most of the lines, and at least two of them, set the sides against each other; of two pieces
 * of code, one line is enough.
 */
function isContrast(differences: readonly (Difference | undefined)[], areCode: boolean): boolean {
	const count = differences.filter((one) => one?.isContrast === true).length;
	return areCode ? count > 0 : count >= 2 && count * 2 >= differences.length;
}

const isCode = ({ tokens }: Side): boolean => tokens.length === 1 && tokens[0]?.type === 'code_inline';

interface Comparison {
	readonly place: Place;
	readonly unit: Unit;
	readonly sides: readonly [Side, Side];
	readonly lines: readonly Member[];
	readonly forms: readonly Member[];
	readonly differences: readonly (Difference | undefined)[];
	readonly pair: readonly [NoteNode, NoteNode] | undefined;
}

function compareCards(
	{ place, unit, sides, lines, forms, differences, pair }: Comparison,
	extraction: Extraction
): void {
	const { member } = place;
	const names = sides.map((side) => extraction.renderInline(side.tokens, member.node.line));
	const [left, right] = names;
	if (left === undefined || right === undefined) return;
	const sideTexts: readonly [string, string] = [sides[0].text, sides[1].text];
	const back =
		pair === undefined ? backOfLines(member, forms, extraction) : backOfPair(pair, [left, right], extraction);
	const front = fillTemplate(extraction.phrases.difference, left, right);
	const parts = { kind: 'compare', sides: sideTexts } as const;
	const whole = extraction.card(
		{ kind: 'compare', front, back, key: unit.title?.text ?? '', path: unit.path, parts },
		unit,
		member.node
	);
	extraction.claim(member.node, 'card', 'comparison', [whole]);
	lines.forEach((line, index) => {
		const difference = differences[index];
		if (difference === undefined) return;
		const card = whichCard(line, difference, [left, right], sideTexts, unit, extraction);
		extraction.claim(line.node, 'card', 'difference', [card, whole]);
	});
}

function whichCard(
	line: Member,
	difference: Difference,
	names: readonly [Face, Face],
	sides: readonly [string, string],
	unit: Unit,
	extraction: Extraction
): CardDraft {
	const { answer, clause } = difference;
	const full = extraction.render(line.node.kind === 'item' ? line.node.children : [line.node]);
	const back = stackFaces([
		{ ...names[answer], html: `<p><strong>${names[answer].html}</strong></p>` },
		full
	]);
	return extraction.card(
		{
			kind: 'compare',
			front: fillTemplate(extraction.phrases.whichOne, names[0], names[1], clause),
			back,
			key: textOf(line),
			form: 'which',
			path: unit.path,
			parts: { kind: 'compare', sides, answer }
		},
		unit,
		line.node
	);
}

const differenceOf = (line: Member, sides: readonly [Side, Side], extraction: Extraction) =>
	line.head === undefined ? undefined : differenceIn(line.head.tokens, line.head.line, sides, extraction);

interface Parts {
	/** Lines that compare. */
	readonly lines: readonly Member[];
	/** Questions, terms and the like among them: cards of their own. */
	readonly forms: readonly Member[];
	readonly blocks: readonly NoteNode[];
}

function partsOf(member: Member, sides: readonly [Side, Side]): Parts {
	const items = membersOf(member.rest).filter((one) => !isBlock(one.node));
	const lines = items.filter((one) => isLine(one, member, sides));
	return {
		lines,
		forms: items.filter((one) => one.head !== undefined && one.node.kind === 'item' && !lines.includes(one)),
		blocks: membersOf(member.rest)
			.map(({ node }) => node)
			.filter(isBlock)
	};
}

function isLine(line: Member, { head }: Member, sides: readonly [Side, Side]): boolean {
	if (line.node.kind !== 'item' || line.head === undefined) return false;
	if (isTodo(line) || isQuestionMember(line) || isReference(line.node, head?.text ?? '')) return false;
	const label = splitLabel(line.head.tokens);
	if (label === undefined || label.valueText === '' || labelRole(label.labelText) !== undefined) return true;
	return (
		/推薦|推荐|建議|建议|相同|共同|both|same/i.test(label.labelText) ||
		sides.some(({ text }) => label.labelText.includes(text))
	);
}

/** Two blocks that are called like the sides. */
function blockPair(
	blocks: readonly NoteNode[],
	sides: readonly [Side, Side]
): readonly [NoteNode, NoteNode] | undefined {
	const [left, right] = sides.map((side) => blocks.find((block) => isCalled(block, side)));
	return left === undefined || right === undefined || left === right ? undefined : [left, right];
}

const isCalled = (block: NoteNode, side: Side): boolean =>
	(block.kind === 'details' || block.kind === 'section') &&
	block.titleText.toLowerCase().includes(side.text.toLowerCase());

function backOfLines({ rest }: Member, forms: readonly Member[], extraction: Extraction): Face {
	return extraction.render(withoutBlocks(withoutMembers(rest, new Set(forms.map(({ node }) => node)))));
}

function backOfPair(
	pair: readonly [NoteNode, NoteNode],
	names: readonly [Face, Face],
	extraction: Extraction
): Face {
	return stackFaces(
		pair.flatMap((block, index) => {
			const name = names[index];
			const body = 'children' in block ? extraction.render(block.children) : undefined;
			return name === undefined || body === undefined
				? []
				: [{ ...name, html: `<p><strong>${name.html}</strong></p>` }, body];
		})
	);
}
