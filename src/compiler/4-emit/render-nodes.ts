import type { Code, Item, List, NoteNode, Table } from '../1-read/note-node.ts';
import { escapeHtml } from './escape-html.ts';
import { emptyFace, stackFaces, type Face } from './face.ts';
import type { RenderContext } from './render-context.ts';
import { renderInline } from './render-inline.ts';

/** Nodes of a note as the face of a card, in order. */
export const renderNodes = (nodes: readonly NoteNode[], context: RenderContext): Face =>
	stackFaces(nodes.map((node) => renderNode(node, context)));

function renderNode(node: NoteNode, context: RenderContext): Face {
	switch (node.kind) {
		case 'paragraph':
			if (node.holds === 'todo' && !context.isWholeNote) return emptyFace;
			return wrap('p', renderInline(node.inline, node.line, context), lineOf(node, context));
		case 'code':
			return renderCode(node, context);
		case 'list':
			return renderList(node, context);
		case 'item':
			return renderItem(node, context);
		case 'quote':
			return wrap('blockquote', renderNodes(node.children, context), lineOf(node, context));
		case 'table':
			return renderTable(node, context);
		case 'section':
		case 'details': {
			const title = renderInline(node.title, node.line, context);
			const isFoldable = node.kind === 'details' && context.isWholeNote && title.html !== '';
			const head = isFoldable ? wrap('summary', title) : wrap('p', wrap('strong', title));
			const face = stackFaces([head, renderNodes(node.children, context)]);
			return isFoldable ? wrap('details', face, lineOf(node, context)) : face;
		}
		case 'formula':
			return {
				html: `<p${lineOf(node, context)}>${context.math(node.tex, true, node.line)}</p>`,
				text: node.tex,
				media: []
			};
		case 'rule':
			return { html: '<hr>', text: '', media: [] };
		case 'html':
			return emptyFace;
	}
}

/** A face inside an element; an empty one stays empty. */
const wrap = (tag: string, face: Face, attributes = ''): Face =>
	face.html === '' ? face : { ...face, html: `<${tag}${attributes}>${face.html}</${tag}>` };

const lineOf = ({ line }: NoteNode, context: RenderContext): string =>
	context.isWholeNote ? ` data-line="${line}"` : '';

function renderCode(node: Code, context: RenderContext): Face {
	const language = node.language.replace(/[^a-z0-9+#-]/g, '');
	const name = language === '' ? 'hljs' : `hljs language-${escapeHtml(language)}`;
	const html = `<pre${lineOf(node, context)}><code class="${name}">${context.highlight(node.text, language)}</code></pre>`;
	return { html, text: node.text, media: [] };
}

function renderList(list: List, context: RenderContext): Face {
	const items = stackFaces(
		list.children.map((node, index) => {
			const face = wrap('li', renderNode(node, context), lineOf(node, context));
			const marker = list.start === undefined ? '-' : `${list.start + index}.`;
			return face.text === '' ? face : { ...face, text: `${marker} ${indentRest(face.text)}` };
		})
	);
	if (items.html === '') return items;
	return list.start === undefined
		? wrap('ul', items)
		: { ...items, html: openOrdered(list.start, items.html) };
}

const openOrdered = (start: number, items: string): string =>
	`<ol${start === 1 ? '' : ` start="${start}"`}>${items}</ol>`;

const indentRest = (text: string): string => text.replaceAll('\n', '\n  ');

/** A lone paragraph in an item needs no `<p>`. */
function renderItem(item: Item, context: RenderContext): Face {
	const [first, ...rest] = item.children;
	if (first?.kind === 'paragraph' && first.holds === 'todo' && !context.isWholeNote) return emptyFace;
	if (first?.kind !== 'paragraph') return renderNodes(item.children, context);
	const head = renderInline(first.inline, first.line, context);
	return stackFaces([withTaskMark(head, item.isDone), renderNodes(rest, context)]);
}

function withTaskMark(face: Face, isDone: boolean | undefined): Face {
	if (isDone === undefined) return face;
	const mark = isDone ? '☑ ' : '☐ ';
	return { ...face, html: mark + face.html, text: mark + face.text };
}

function renderTable(table: Table, context: RenderContext): Face {
	const rows = table.rows.map((row, index) => {
		const tag = index === 0 ? 'th' : 'td';
		const line = table.rowLines[index] ?? table.line;
		const cells = row.map((cell) => renderInline(cell, line, context));
		const place = context.isWholeNote ? ` data-line="${line}"` : '';
		const html = cells
			.map((cell, column) => `<${tag}${alignClass(table.alignments[column])}>${cell.html}</${tag}>`)
			.join('');
		const text = cells.map((cell) => cell.text).join(' | ');
		return { html: `<tr${place}>${html}</tr>`, text, media: cells.flatMap((cell) => cell.media) };
	});
	return wrap('table', stackFaces(rows));
}

const alignClass = (side: string | undefined): string => (side === undefined ? '' : ` class="align-${side}"`);
