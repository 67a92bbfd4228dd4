import type { CardKind, CardParts } from '#deck/card.ts';
import type { List, NoteNode } from '../1-read/note-node.ts';
import { stackFaces, type Face } from '../4-emit/face.ts';
import type { CardDraft } from './card-draft.ts';
import { readChoice } from './choice.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { nodesOf } from './member.ts';
import type { Title } from './title.ts';
import { pathWithin, type Unit } from './unit.ts';

interface QuestionAndAnswer {
	readonly title: Title;
	/** Shown under the question: code, options. */
	readonly prompt: readonly NoteNode[];
	readonly nodes: readonly NoteNode[];
	/** Of this card, beside those of the note. */
	readonly tags?: readonly string[];
}

/** The card of a question: what kind it is shows in its answer. */
export function answerCard(
	{ title, prompt, nodes, tags = [] }: QuestionAndAnswer,
	unit: Unit,
	node: NoteNode,
	extraction: Extraction
): CardDraft {
	const asked = extraction.renderInline(title.tokens, title.line);
	// Questions in one block do not give each other away: each is a group of its own.
	const known = { key: title.text, group: [...pathWithin(unit), title.text].join('\n'), tags };
	const choice = readChoice(prompt, nodes, extraction);
	if (choice !== undefined) {
		const front = stackFaces([paragraph(asked), extraction.render(choice.prompt)]);
		return extraction.card(
			{ kind: 'choice', front, back: choice.back, key: title.text, parts: choice.parts, tags },
			unit,
			node
		);
	}
	const front = prompt.length === 0 ? asked : stackFaces([paragraph(asked), extraction.render(prompt)]);
	const back = extraction.render(nodes);
	const { kind, parts } = listShape(title.text, nodes, extraction);
	return extraction.card({ kind, front, back, ...known, ...(parts && { parts }) }, unit, node);
}

const paragraph = (face: Face): Face => ({ ...face, html: `<p>${face.html}</p>` });

/** An answer that is one list: its items are rated one by one; in order where the order is asked for. */
function listShape(
	question: string,
	nodes: readonly NoteNode[],
	extraction: Extraction
): { readonly kind: CardKind; readonly parts?: CardParts } {
	if (contentOf(nodes) === 'images') return { kind: 'image' };
	const list = onlyList(nodes);
	if (list === undefined || list.children.length < 2) return { kind: 'basic' };
	const isOrdered = (list.start !== undefined && list.children.length > 2) || asksForOrder.test(question);
	if (!isOrdered && !asksForItems.test(question)) return { kind: 'basic' };
	const kind = isOrdered ? 'steps' : 'list';
	return { kind, parts: { kind, items: itemFaces(list, extraction) } };
}

/** The order is what is asked for, rather than part of what the question is about. */
const asksForOrder =
	/(?:步驟|步骤|流程|順序|顺序|先後|先后)(?:是|為|为|有|如何|怎)?[^，,。]{0,5}$|依序|\bsteps\b[^,]{0,12}$|in (?:what|which) order/i;
const asksForItems =
	/哪些|哪[二兩两三四五六七八九十幾几\d]|有什麼|有什么|列出|[幾几][個种種项項]|各(?:是|用|為|有)|分別|分别|\b(?:list|which|what are|name (?:the|two|three|four|five)|types of)\b/i;

/** The list, where nothing but quotes (corrections) stands beside it. */
function onlyList(nodes: readonly NoteNode[]): List | undefined {
	const [first, ...more] = nodes.filter(({ kind }) => kind !== 'html' && kind !== 'quote');
	return first?.kind === 'list' && more.length === 0 ? first : undefined;
}

/** Items of a list as the HTML that an interaction shows one by one. */
export const itemFaces = (list: List, extraction: Extraction): string[] =>
	list.children.map((item) =>
		item.kind === 'item' ? extraction.render(item.children).html : extraction.render(nodesOf([])).html
	);
