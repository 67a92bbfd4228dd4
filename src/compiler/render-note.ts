import type { Asset } from '#deck/deck.ts';
import type { Html } from '#deck/card.ts';
import type { Details, List, NoteNode, Section } from './1-read/note-node.ts';
import { readWholeNote } from './1-read/read-note.ts';
import { highlightCode } from './4-emit/highlight-code.ts';
import { newMathRenderer } from './4-emit/math-renderer.ts';
import type { RenderContext } from './4-emit/render-context.ts';
import { newImageRenderer } from './4-emit/render-image.ts';
import { renderInline } from './4-emit/render-inline.ts';
import { renderNodes } from './4-emit/render-nodes.ts';
import type { MathRenderer, NoteFile } from './compilation.ts';

/** A whole note for reading, in the order of its source. */
export interface RenderedNote {
	readonly parts: readonly NotePart[];
	/** It has formulas: with `renderMath` they are shown as such. */
	readonly hasMath: boolean;
}

export type NotePart = NoteText | NoteSection;

/** Blocks that follow each other; lines count from 1, both ends included. */
export interface NoteText {
	readonly kind: 'text';
	readonly line: number;
	readonly endLine: number;
	readonly html: Html;
}

/** A heading or `<details>`, and what stands under it. */
export interface NoteSection {
	readonly kind: 'heading' | 'details';
	readonly line: number;
	readonly endLine: number;
	/** Empty where a `<details>` has no summary. */
	readonly title: Html;
	readonly titleText: string;
	readonly parts: readonly NotePart[];
}

export interface RenderNoteOptions {
	readonly lang: string;
	/** As in `Note`. */
	readonly images: ReadonlyMap<string, Pick<Asset, 'hash'>>;
	readonly renderMath: MathRenderer | undefined;
}

/** A piece of text is put into the page at once: not more than this, where its blocks allow it. */
const pieceLength = 6_000;

/** Phases 1 and 4 for a note that is read, not asked. Pure; no text makes it throw. */
export function renderNote(file: NoteFile, { lang, images, renderMath }: RenderNoteOptions): RenderedNote {
	// What is wrong with the note was said when it was compiled.
	const report = () => undefined;
	const math = newMathRenderer(renderMath, report);
	const parts = partsOf(readWholeNote(file).children, {
		lang,
		report,
		highlight: highlightCode,
		image: newImageRenderer(file.path, images, lang, report).render,
		math: math.render,
		isWholeNote: true
	});
	return { parts, hasMath: math.isUsed() };
}

/** Sections, and between them pieces of text. Details in a list's items are sections like any other: the list is cut there. */
function partsOf(nodes: readonly NoteNode[], context: RenderContext): NotePart[] {
	const parts: NotePart[] = [];
	let run: NoteNode[] = [];
	const endRun = (): void => {
		parts.push(...textOf(run, context));
		run = [];
	};
	for (const node of nodes.flatMap(cutList)) {
		const isUntitled = node.kind === 'section' && node.titleText === '';
		if ((node.kind === 'section' || node.kind === 'details') && !isUntitled) {
			endRun();
			parts.push(sectionOf(node, context));
		} else if (node.kind === 'item' || isUntitled) {
			endRun();
			parts.push(...partsOf(node.children, context));
		} else run.push(node);
	}
	endRun();
	return parts;
}

const sectionOf = (node: Section | Details, context: RenderContext): NoteSection => ({
	kind: node.kind === 'section' ? 'heading' : 'details',
	line: node.line,
	endLine: node.endLine,
	title: renderInline(node.title, node.line, context).html,
	titleText: node.titleText,
	parts: partsOf(node.children, context)
});

/** A list as items that hold sections, and lists of the items between them, not too long ones. */
function cutList(node: NoteNode): readonly NoteNode[] {
	if (node.kind !== 'list') return [node];
	const pieces: NoteNode[] = [];
	node.children.forEach((item, index) => {
		const last = pieces.at(-1);
		if (holdsSection(item)) pieces.push(item);
		else if (last?.kind === 'list' && last.children.length < itemsAtOnce) {
			last.children.push(item);
			last.endLine = item.endLine;
		} else pieces.push(listFrom(node, index));
	});
	return pieces;
}

const itemsAtOnce = 40;

function listFrom(list: List, index: number): List {
	const first = list.children[index] ?? list;
	const start = list.start === undefined ? undefined : list.start + index;
	return {
		kind: 'list',
		start,
		line: first.line,
		endLine: first.endLine,
		children: list.children.slice(index, index + 1)
	};
}

/** A quote keeps its details: what is folded in it stays in it. */
function holdsSection(node: NoteNode): boolean {
	if (node.kind === 'section' || node.kind === 'details') return true;
	return (node.kind === 'list' || node.kind === 'item') && node.children.some(holdsSection);
}

function textOf(nodes: readonly NoteNode[], context: RenderContext): NoteText[] {
	const pieces: NoteText[] = [];
	for (const node of nodes) {
		const { html } = renderNodes([node], context);
		if (html === '') continue;
		const last = pieces.at(-1);
		const { line, endLine } = node;
		if (last === undefined || last.html.length + html.length > pieceLength)
			pieces.push({ kind: 'text', line, endLine, html });
		else pieces.splice(-1, 1, { ...last, endLine, html: last.html + html });
	}
	return pieces;
}
