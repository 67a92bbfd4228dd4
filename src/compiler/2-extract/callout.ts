import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';
import type { NoteNode, Quote } from '../1-read/note-node.ts';
import { newParagraph } from '../1-read/read-paragraph.ts';
import { answerCard } from './answer-card.ts';
import type { Construct } from './construct.ts';
import { contentOf } from './content-of.ts';
import { readTitle } from './title.ts';

/**
 * An Obsidian callout that asks. Its answer is the callout inside it that says so, or else all of its body.
 *
 *     > [!question]- What is a closure?
 *       ^ kind         ^ title
 *     > > [!success] A function with its scope.
 *           ^ answer
 */
export const readCallout: Construct = ({ member, unit }, extraction) => {
	const callout = member.node.kind === 'quote' ? calloutIn(member.node) : undefined;
	if (callout === undefined || !asking.has(callout.kind)) return 0;
	const title = readTitle(callout.title, member.node.line);
	const nodes = answerIn(callout.body);
	if (title.text === '') return 0;
	if (!['text', 'images'].includes(contentOf(nodes))) {
		extraction.open(title.text, unit, member.node, 'no-answer');
		extraction.claim(member.node, 'open', 'no-answer');
		return 1;
	}
	const card = answerCard({ title, prompt: [], nodes }, unit, member.node, extraction);
	extraction.claim(member.node, 'card', 'question', [card]);
	return 1;
};

const asking = new Set(['question', 'faq', 'help', 'quiz', 'flashcard', 'card']);
const answering = new Set(['success', 'answer', 'check', 'done', 'solution', 'tip', 'info', 'note']);

export interface Callout {
	readonly kind: string;
	readonly title: readonly Token[];
	readonly body: readonly NoteNode[];
}

/** The callout that a quote is; undefined for an ordinary quote. */
export function calloutIn(quote: Quote): Callout | undefined {
	const [first, ...rest] = quote.children;
	if (first?.kind !== 'paragraph') return undefined;
	const raw = rawText(first.inline);
	const marker = /^\[!([\w|-]+)\][+-]?[ \t]*/.exec(raw);
	if (marker === null) return undefined;
	const lineEnd = raw.indexOf('\n');
	const title = cutInline(first.inline, marker[0].length, lineEnd < 0 ? raw.length : lineEnd);
	const more = lineEnd < 0 ? [] : cutInline(first.inline, lineEnd + 1);
	const place = { line: first.line + 1, endLine: first.endLine };
	const body = inlineText(more) === '' ? rest : [newParagraph(more, place), ...rest];
	return { kind: (marker[1] ?? '').toLowerCase(), title, body };
}

function answerIn(body: readonly NoteNode[]): readonly NoteNode[] {
	for (const node of body) {
		const inner = node.kind === 'quote' ? calloutIn(node) : undefined;
		if (inner === undefined || !answering.has(inner.kind)) continue;
		const title = inner.title.length === 0 ? [] : [newParagraph(inner.title, node)];
		return [...title, ...inner.body];
	}
	return body;
}
