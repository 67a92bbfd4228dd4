import type { NoteNode } from '../1-read/note-node.ts';
import { newParagraph } from '../1-read/read-paragraph.ts';
import { labelRole, type LabelRole } from './label-role.ts';
import { membersOf, nodesOf, textOf, withoutMembers, type Member } from './member.ts';
import { splitLabel } from './split-label.ts';
import { isTodo } from './todo.ts';

/** What stands under a question, sorted. */
export interface Answer {
	/** The answer to show. */
	readonly nodes: readonly NoteNode[];
	/** How the author got there: not part of the answer. */
	readonly thoughts: readonly NoteNode[];
	/** Inner blocks that are no part of the answer: units of their own. */
	readonly blocks: readonly NoteNode[];
	readonly todos: readonly NoteNode[];
	/** What stands before a block that holds the answer: `<summary>Answer</summary>` after code and options. */
	readonly before: readonly NoteNode[];
}

/**
 * The answer under a question. Where one part is labelled as the answer (結論, 解答, Answer), it wins over thoughts
 * (思考過程, 疑惑, 研究過程), and what supports it (測試) follows it; else all that stands there is the answer.
 */
export function resolveAnswer(rest: readonly NoteNode[]): Answer {
	const members = membersOf(rest);
	const roles = members.map(roleOf);
	if (
		members.every(
			(member, at) => roles[at] === undefined && !isTodo(member) && member.node.kind !== 'details'
		)
	)
		return { nodes: withoutMembers(rest, none), thoughts: [], blocks: [], todos: [], before: [] };
	const pick = (role: LabelRole): Member[] => members.filter((_, index) => roles[index] === role);
	const thoughts = pick('thought').map(({ node }) => node);
	const references = pick('reference').map(({ node }) => node);
	const todos = members.filter(isTodo).map(({ node }) => node);
	const blocks = members
		.filter(({ node }, index) => node.kind === 'details' && roles[index] === undefined)
		.map(({ node }) => node);
	const answers = pick('answer');
	const nodes =
		answers.length > 0
			? [...answers.flatMap(contentUnder), ...nodesOf(pick('support'))]
			: withoutMembers(rest, new Set([...thoughts, ...references, ...blocks, ...todos]));
	const first = members.findIndex(({ node }, index) => node.kind === 'details' && roles[index] === 'answer');
	const aside = new Set([...thoughts, ...references, ...blocks, ...todos]);
	const before = nodesOf(members.slice(0, Math.max(first, 0)).filter(({ node }) => !aside.has(node)));
	return { nodes, thoughts, blocks, todos, before };
}

const none: ReadonlySet<NoteNode> = new Set();

/** `結論：…`, or a block that is called 結論. */
function roleOf(member: Member): LabelRole | undefined {
	if (member.head === undefined) return undefined;
	const label = splitLabel(member.head.tokens);
	return labelRole(label?.labelText ?? textOf(member));
}

/** What a labelled part says, without its label. */
function contentUnder(member: Member): readonly NoteNode[] {
	const value = member.head === undefined ? undefined : splitLabel(member.head.tokens)?.value;
	if (value === undefined || value.length === 0) return member.rest;
	const { line } = member.head ?? member.node;
	return [newParagraph(value, { line, endLine: line }), ...member.rest];
}
