import type { Token } from 'markdown-it';
import { newParagraph } from '../1-read/read-paragraph.ts';
import { readDirective, type Directive } from '../1-read/read-directive.ts';
import type { Item, List, NoteNode, Paragraph } from '../1-read/note-node.ts';

/** The text that a thing begins with: a summary, a heading, the first paragraph of a bullet. */
export interface Head {
	readonly tokens: readonly Token[];
	readonly text: string;
	readonly line: number;
	/** What it is made of; a title is always text. */
	readonly holds: Paragraph['holds'];
}

/** One thing that stands in a block: a bullet with what is under it, an inner block, a paragraph, picture, table. */
export interface Member {
	readonly node: NoteNode;
	/** Undefined where it begins with no text. */
	readonly head: Head | undefined;
	/** What stands under the head. */
	readonly rest: readonly NoteNode[];
	/** The list it is an item of. */
	readonly list: List | undefined;
	/** `<!-- deckhand: skip -->` just before it. */
	readonly directive: Directive | undefined;
}

/** Members of a block in order: lists are opened, since a comment or a blank line cuts one list in two. */
export function membersOf(nodes: readonly NoteNode[]): Member[] {
	const members: Member[] = [];
	let directive: Directive | undefined;
	for (const node of nodes) {
		if (node.kind === 'html') {
			directive = readDirective(node.text) ?? directive;
			continue;
		}
		if (node.kind === 'list') {
			const announcing = members.at(-1);
			if (announcing !== undefined && announcesList(announcing)) {
				members.splice(-1, 1, { ...announcing, rest: [node] });
				continue;
			}
			for (const item of node.children) {
				if (item.kind === 'item') pushItem(members, item, node, directive);
				directive = undefined;
			}
			continue;
		}
		members.push(blockMember(node, directive));
		directive = undefined;
	}
	return members;
}

/** A paragraph that ends with a colon, or is a short question, just before a list: the list stands under it. */
const announcesList = ({ node, head, rest }: Member): boolean =>
	node.kind === 'paragraph' &&
	rest.length === 0 &&
	head !== undefined &&
	(/[:：]\s*$/.test(head.text) || /^[^。.!！?？\n]{4,100}[?？]\s*$/.test(head.text));

/** A bullet that only holds blocks is those blocks: `- <details>…`. */
function pushItem(members: Member[], item: Item, list: List, directive: Directive | undefined): void {
	const member = itemMember(item, list, directive);
	if (member.head !== undefined || !member.rest.some(isBlock)) members.push(member);
	else
		for (const inner of membersOf(item.children))
			members.push(
				inner.directive === directive ? inner : { ...inner, directive: inner.directive ?? directive }
			);
}

export const isBlock = ({ kind }: NoteNode): boolean => kind === 'details' || kind === 'section';

function itemMember(item: Item, list: List, directive: Directive | undefined): Member {
	const first = item.children.findIndex((child) => child.kind !== 'html');
	const node = item.children[first];
	const own = directive ?? directiveIn(item);
	if (node?.kind !== 'paragraph' || node.holds === 'images') {
		return { node: item, head: undefined, rest: item.children, list, directive: own };
	}
	const head = { tokens: node.inline, text: node.text, line: node.line, holds: node.holds };
	return { node: item, head, rest: item.children.slice(first + 1), list, directive: own };
}

/** `- <!-- deckhand: skip --> text`. */
function directiveIn(item: Item): Directive | undefined {
	const first = item.children[0];
	return first?.kind === 'html' ? readDirective(first.text) : undefined;
}

function blockMember(node: NoteNode, directive: Directive | undefined): Member {
	switch (node.kind) {
		case 'section':
		case 'details': {
			const line = node.kind === 'details' ? node.titleLine : node.line;
			const head: Head = { tokens: node.title, text: node.titleText, line, holds: 'text' };
			return { node, head, rest: node.children, list: undefined, directive };
		}
		case 'paragraph': {
			if (node.holds === 'images')
				return { node, head: undefined, rest: nothing, list: undefined, directive };
			const head: Head = { tokens: node.inline, text: node.text, line: node.line, holds: node.holds };
			return { node, head, rest: nothing, list: undefined, directive };
		}
		default:
			return { node, head: undefined, rest: nothing, list: undefined, directive };
	}
}

const nothing: readonly NoteNode[] = [];

/** The text a member begins with, or nothing. */
export const textOf = (member: Member): string => member.head?.text ?? '';

/** Nodes without those of some members; lists that are left empty go with them. */
export function withoutMembers(nodes: readonly NoteNode[], left: ReadonlySet<NoteNode>): readonly NoteNode[] {
	return without(nodes, (node) => left.has(node));
}

/** Members as nodes to show: bullets that stood in one list stand in one list again. */
export function nodesOf(members: readonly Member[]): NoteNode[] {
	const nodes: NoteNode[] = [];
	let last: List | undefined;
	for (const { node, list } of members) {
		if (list === undefined) {
			nodes.push(node);
			last = undefined;
		} else if (last !== undefined && (last.start === undefined) === (list.start === undefined)) {
			last.children.push(node);
		} else {
			last = { ...list, children: [node] };
			nodes.push(last);
		}
	}
	return nodes;
}

/** A bullet without what stands under it. */
export function headOnly(member: Member): Member {
	const { node, head } = member;
	if (head === undefined) return member;
	const children: NoteNode[] = [newParagraph(head.tokens, { line: head.line, endLine: head.line })];
	return { ...member, node: { kind: 'item', line: node.line, endLine: node.endLine, children }, rest: [] };
}

/** Nodes without the blocks in them, at any depth: those have cards of their own. */
export const withoutBlocks = (nodes: readonly NoteNode[]): readonly NoteNode[] => without(nodes, isBlock);

/** Nodes without some, in lists at any depth; lists that are left empty go too. The same nodes where none goes. */
function without(nodes: readonly NoteNode[], isLeft: (node: NoteNode) => boolean): readonly NoteNode[] {
	let kept: NoteNode[] | undefined;
	for (const [at, node] of nodes.entries()) {
		const same = withoutIn(node, isLeft);
		if (same !== node) kept ??= nodes.slice(0, at);
		if (same !== undefined) kept?.push(same);
	}
	return kept ?? nodes;
}

function withoutIn(node: NoteNode, isLeft: (node: NoteNode) => boolean): NoteNode | undefined {
	if (isLeft(node)) return undefined;
	if (node.kind !== 'list' && node.kind !== 'item') return node;
	const children = without(node.children, isLeft);
	if (children.length === 0) return undefined;
	return children === node.children ? node : { ...node, children: [...children] };
}
