import type { Token } from 'markdown-it';
import { cutInline, rawText } from './cut-inline.ts';
import { inlineText } from './inline-text.ts';
import { isTodoText, todoWithin } from './todo-mark.ts';
import type { Paragraph } from './note-node.ts';

interface Place {
	readonly line: number;
	readonly endLine: number;
}

/**
 * A paragraph, or two where pictures were glued to its text:
 *
 *     builder
 *     ![](picture.png)
 *     ^ a paragraph of its own
 */
export function readParagraphs(inline: readonly Token[], place: Place): Paragraph[] {
	const glued = startOfGluedImages(inline);
	if (glued === undefined) return splitTodo(inline, place);
	const line = place.line + inline.slice(0, glued).filter(({ type }) => type === 'softbreak').length;
	return [
		newParagraph(inline.slice(0, glued - 1), { line: place.line, endLine: Math.max(place.line, line - 1) }),
		newParagraph(inline.slice(glued), { line, endLine: place.endLine })
	];
}

export function newParagraph(inline: readonly Token[], { line, endLine }: Place): Paragraph {
	const text = inlineText(inline);
	const holds = isTodoText(text) ? 'todo' : contentOf(inline);
	return { kind: 'paragraph', inline, text, holds, line, endLine };
}

/** A statement and the task that follows it in the same paragraph are two. */
function splitTodo(inline: readonly Token[], place: Place): Paragraph[] {
	const mayHold = inline.some(({ content }) => content.includes('TODO') || content.includes('FIXME'));
	const raw = mayHold ? rawText(inline) : '';
	const start = mayHold ? todoWithin(raw) : undefined;
	if (start === undefined) return [newParagraph(inline, place)];
	const line = place.line + countLines(raw.slice(0, start));
	return [
		newParagraph(cutInline(inline, 0, start), { line: place.line, endLine: line }),
		newParagraph(cutInline(inline, start), { line, endLine: place.endLine })
	];
}

const countLines = (raw: string): number => raw.split('\n').length - 1;

/** Index of the first picture of those that end the paragraph, each on a line of its own; text before them. */
function startOfGluedImages(inline: readonly Token[]): number | undefined {
	if (inline.at(-1)?.type !== 'image') return undefined;
	let start: number | undefined;
	for (let index = inline.length - 1; index > 0; index -= 2) {
		if (inline[index]?.type !== 'image' || inline[index - 1]?.type !== 'softbreak') break;
		start = index;
	}
	return start;
}

/** `[OCI] | [docs](…)`, `https://example.org`: what stands between links. */
const separators = /^[\s|,、，/·・&＆;；.。-]*$/;
const bareAddress = /^\s*(?:https?:\/\/|www\.)\S+\s*$/;

function contentOf(inline: readonly Token[]): Paragraph['holds'] {
	let links = 0;
	let images = 0;
	let depth = 0;
	for (const token of inline) {
		if (token.type === 'link_open') depth++;
		else if (token.type === 'link_close') depth--;
		else if (token.type === 'image') images++;
		else if (depth > 0) links++;
		else if (isText(token) && !separators.test(token.content)) {
			if (token.type !== 'text' || !bareAddress.test(token.content)) return 'text';
			links++;
		}
	}
	if (links > 0) return 'links';
	return images > 0 ? 'images' : 'text';
}

const isText = ({ type }: Token): boolean =>
	type === 'text' || type === 'text_special' || type === 'code_inline' || type === 'math_inline';
