import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import { newParagraph } from '../1-read/read-paragraph.ts';
import { answerCard } from './answer-card.ts';
import type { Construct, Place } from './construct.ts';
import { contentOf, type Content } from './content-of.ts';
import type { Extraction, OpenReason } from './extraction.ts';
import { membersOf, nodesOf, withoutMembers, type Member } from './member.ts';
import { openAsides } from './open-aside.ts';
import { resolveAnswer, type Answer } from './resolve-answer.ts';
import { isTodoText } from '../1-read/todo-mark.ts';
import { readTitle, type Title } from './title.ts';
import { innerUnit, type Unit } from './unit.ts';

/**
 * A question and what answers it. `Ｑ：` and `Q:` are no part of the question, `Ａ：` none of the answer; width does not
 * matter. A bullet, summary or heading that ends with a question mark is a question too.
 *
 *     - Ｑ：在 image build 時，…以哪些內容來進行 hash？
 *       ^
 *       ![](picture.png)
 *       ^ the answer: what stands under it
 */
export const readQuestion: Construct = (place, extraction) => {
	const asked = questionAt(place);
	if (asked === undefined) return 0;
	const { member, unit } = place;
	const own = asked.inlineAnswer.length === 0 ? member.rest : [...asked.inlineAnswer, ...member.rest];
	const following = hasContent(own) ? none : answerAfter(place, asked.isMarked);
	const { inner, rest } = separateInner(
		member.node,
		following.nodes.length === 0 ? own : [...own, ...following.nodes]
	);
	const answer = resolveAnswer(rest);
	claimThoughts(answer, unit, extraction);
	const content = contentOf(answer.nodes);
	if (content === 'text' || content === 'images') {
		const prompt = member.node.kind === 'section' ? answer.before : [];
		const card = answerCard(
			{ title: asked.title, prompt, nodes: answer.nodes },
			unit,
			member.node,
			extraction
		);
		extraction.claimMember(member, 'card', 'question', [card]);
		for (const node of following.nodes) extraction.claim(node, 'card', 'answer', [card]);
	} else {
		const reason = openReason(answer, content);
		extraction.open(asked.title.text, unit, member.node, reason);
		extraction.claimMember(member, 'open', reason);
	}
	const blocks = [...withoutExtras(answer.blocks, content, extraction), ...inner];
	if (blocks.length > 0) place.readUnit(innerUnit(unit, 'details', asked.title, member.node), blocks);
	return 1 + following.count;
};

function openReason(answer: Answer, content: Content): OpenReason {
	if (answer.todos.length > 0 || content === 'todo') return 'todo';
	return content === 'links' ? 'link-only' : 'no-answer';
}

function claimThoughts(answer: Answer, unit: Unit, extraction: Extraction): void {
	for (const node of answer.thoughts) {
		openAsides(node, unit, extraction);
		extraction.claim(node, 'skipped', 'thought');
	}
	for (const node of answer.todos) extraction.claim(node, 'open', 'todo');
}

/** Under a heading that is a question, headings and bullets that are questions themselves are no part of its answer. */
function separateInner(node: NoteNode, rest: readonly NoteNode[]) {
	if (node.kind !== 'section') return { inner: [], rest };
	const questions = new Set(
		membersOf(rest)
			.filter(isQuestionMember)
			.map((member) => member.node)
	);
	const inner = withoutMembers(
		rest,
		new Set(
			membersOf(rest)
				.map((member) => member.node)
				.filter((one) => !questions.has(one))
		)
	);
	return { inner, rest: withoutMembers(rest, questions) };
}

/** A heading or bullet that asks, or any text marked as a question. */
export const isQuestionMember = ({ node, head }: Member): boolean =>
	head !== undefined &&
	(questionMarker.test(rawText(head.tokens)) || (node.kind !== 'paragraph' && /[?？]$/.test(head.text)));

/** `See deep-dive answer`: more for who wants it, beside an answer that stands by itself. */
const extraTitle =
	/deep.?dive|^(?:see|show|read|learn)\s+(?:more|the|details|also|full)|更多|延伸|展開|展开|詳解|详解/i;

function withoutExtras(blocks: readonly NoteNode[], content: Content, extraction: Extraction): NoteNode[] {
	return blocks.filter((block) => {
		const isExtra = content === 'text' && block.kind === 'details' && extraTitle.test(block.titleText);
		if (isExtra) extraction.claim(block, 'skipped', 'extra');
		return !isExtra;
	});
}

interface Asked {
	readonly title: Title;
	readonly isMarked: boolean;
	/** `Q: …⏎A: …` in one paragraph. */
	readonly inlineAnswer: readonly NoteNode[];
}

const questionMarker =
	/^\s*(?:(?:Ｑ|Q|問|问)\s*\d*\s*[.．、]?\s*[:：]|(?:Q|Ｑ)\s*\d*[.．]\s|(?:問題|问题|Question)\s*\d*\s*[:：])\s*/i;
const answerMarker = /^\s*(?:(?:Ａ|A|答|答案|Answer|Ans)\s*[.．]?\s*[:：]|(?:A|Ａ)[.．]\s|=>|→)\s*/i;

/** The question that a member asks; undefined where it asks none. */
function questionAt({ member, unit }: Place): Asked | undefined {
	const { head } = member;
	if (head === undefined || isTodoText(head.text)) return undefined;
	const raw = rawText(head.tokens);
	const marker = questionMarker.exec(raw)?.[0].length ?? 0;
	if (marker === 0 && !isBareQuestion(member, head.text, unit)) return undefined;
	const answerStart = marker > 0 ? answerLine(raw) : undefined;
	const title = readTitle(cutInline(head.tokens, marker, answerStart?.from), head.line);
	if (title.text === '' || isTodoText(title.text)) return undefined;
	return {
		title,
		isMarked: marker > 0,
		inlineAnswer: inlineAnswerOf(head.tokens, answerStart?.to, head.line)
	};
}

/** Offsets of the line break before `A:` and of the text after it. */
function answerLine(raw: string): { readonly from: number; readonly to: number } | undefined {
	for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) {
		const marker = answerMarker.exec(raw.slice(at + 1, at + 20));
		if (marker !== null) return { from: at, to: at + 1 + marker[0].length };
	}
	return undefined;
}

function inlineAnswerOf(
	tokens: readonly Token[],
	from: number | undefined,
	line: number
): readonly NoteNode[] {
	if (from === undefined) return [];
	const answer = cutInline(tokens, from);
	return inlineText(answer) === '' ? [] : [newParagraph(answer, { line, endLine: line })];
}

/** Ends with a question mark of its own: not in a link's text, and no paragraph of prose, unless a list answers it. */
function isBareQuestion({ node, rest }: Member, text: string, unit: Unit): boolean {
	if (!/[?？]$/.test(text)) return false;
	if (node.kind === 'paragraph') return (unit.isQuestions || rest.length > 0) && node.holds === 'text';
	if (node.kind === 'item')
		return node.children.some((child) => child.kind === 'paragraph' && child.holds === 'text');
	return true;
}

interface Following {
	readonly nodes: readonly NoteNode[];
	readonly count: number;
}
const none: Following = { nodes: [], count: 0 };

const hasContent = (nodes: readonly NoteNode[]): boolean => contentOf(nodes) !== 'nothing';

/**
 * The answer that stands after a question instead of under it: a member that begins with `A:`, or, after a marked
 * question that is a paragraph, all up to the next question.
 */
function answerAfter({ members, index, member }: Place, isMarked: boolean): Following {
	const next = members[index + 1];
	if (next === undefined) return none;
	const marker = answerMarker.exec(rawText(next.head?.tokens ?? []));
	if (next.head !== undefined && marker !== null) {
		const text = cutInline(next.head.tokens, marker[0].length);
		const place = { line: next.head.line, endLine: next.head.line };
		const head = inlineText(text) === '' ? [] : [newParagraph(text, place)];
		const more =
			member.list === undefined && next.list === undefined ? untilQuestion(members, index + 2) : [];
		return { nodes: [...head, ...next.rest, ...nodesOf(more)], count: 1 + more.length };
	}
	if (member.node.kind === 'paragraph' && isMarked) {
		const taken = untilQuestion(members, index + 1);
		return { nodes: nodesOf(taken), count: taken.length };
	}
	const isBlockAfterItem = ['quote', 'code', 'table'].includes(next.node.kind);
	return isBlockAfterItem ? { nodes: [next.node], count: 1 } : none;
}

function untilQuestion(members: Place['members'], from: number): Member[] {
	const taken: Member[] = [];
	for (const member of members.slice(from)) {
		const ends =
			member.node.kind === 'section' ||
			member.node.kind === 'rule' ||
			questionMarker.test(rawText(member.head?.tokens ?? []));
		if (ends) break;
		taken.push(member);
	}
	return taken;
}
