import type { Token } from 'markdown-it';
import type { SourceSpan } from '#deck/card.ts';
import type { Details, Item, NoteNode, Section } from '../1-read/note-node.ts';
import type { ReadNote } from '../1-read/read-note.ts';
import { escapeHtml } from '../4-emit/escape-html.ts';
import type { Face } from '../4-emit/face.ts';
import { inlineText } from '../4-emit/inline-text.ts';
import type { RenderContext } from '../4-emit/render-context.ts';
import { renderInline } from '../4-emit/render-inline.ts';
import { renderNodes } from '../4-emit/render-nodes.ts';
import type { CardDraft, OpenDraft, VerdictDraft } from './card-draft.ts';

/** What phase 2 finds in one note. */
export interface ExtractedNote {
	readonly title: string;
	readonly cards: CardDraft[];
	readonly openPoints: OpenDraft[];
	readonly verdicts: VerdictDraft[];
}

/** Phase 2: the tree of a note -> drafts of cards, open points, and a verdict for every block. */
export function extractNote(note: ReadNote, context: RenderContext): ExtractedNote {
	const found = new Extraction(note.file, context);
	found.readAll(note.root.children, []);
	const heading = note.root.children.find((node): node is Section => node.kind === 'section');
	const title = heading === undefined ? '' : titleText(heading);
	return { title, cards: found.cards, openPoints: found.openPoints, verdicts: found.verdicts };
}

const titleText = (node: Section | Details): string => inlineText(node.title).replace(/^#+\s*/, '');

const question = /^(?:Ｑ|Q|問)\s*[:：]\s*/i;
const comparison = /^(.+?)\s+(?:vs\.?)\s+(.+)$/i;
const steps = /(?:步驟|流程|過程|steps)[^：:]{0,6}[：:]?$/i;
const todo = /^TODO(?::Q)?/i;

class Extraction {
	readonly cards: CardDraft[] = [];
	readonly openPoints: OpenDraft[] = [];
	readonly verdicts: VerdictDraft[] = [];
	readonly #file: string;
	readonly #context: RenderContext;

	constructor(file: string, context: RenderContext) {
		this.#file = file;
		this.#context = context;
	}

	readAll(nodes: readonly NoteNode[], path: readonly string[]): void {
		for (const node of nodes) {
			if (node.kind === 'section') this.readAll(node.children, [...path, titleText(node)]);
			else if (node.kind === 'details') this.#readDetails(node, path);
			else if (node.kind === 'item') this.#readItem(node, path);
			else if ('children' in node) this.readAll(node.children, path);
		}
	}

	#readDetails(node: Details, path: readonly string[]): void {
		const title = titleText(node);
		const inner = [...path, title];
		const before = this.cards.length;
		this.readAll(node.children, inner);
		const own = ownNodes(node.children);
		const face = renderNodes(own, this.#context);
		const source = this.#span(node);
		if (face.html === '') {
			const isContainer = own.length < node.children.length || this.cards.length > before;
			if (!isContainer) this.#open(inner, title, source, 'empty');
			this.#verdict(
				'details',
				source,
				isContainer ? 'container' : 'open',
				isContainer ? 'container' : 'empty'
			);
			return;
		}
		if (leaves(own).every((leaf) => todo.test(leaf) || leaf === '')) {
			const hasImage = face.html.includes('missing-image') || face.media.length > 0;
			const isTodo = leaves(own).some((leaf) => todo.test(leaf));
			if (isTodo || !hasImage) {
				this.#open(inner, title, source, isTodo ? 'todo' : 'link-only');
				this.#verdict('details', source, 'open', isTodo ? 'todo' : 'link-only');
				return;
			}
		}
		const front = renderInline(node.title, node.line, this.#context);
		this.#card({ kind: steps.test(title) ? 'steps' : 'basic', path, front, back: face, source, key: title });
		this.#verdict('details', source, 'card', 'block', this.cards.slice(-1));
	}

	#readItem(item: Item, path: readonly string[]): void {
		const [first, ...rest] = item.children;
		const source = this.#span(item);
		const label = first?.kind === 'paragraph' ? inlineText(first.inline) : '';
		if (first?.kind === 'paragraph' && (question.test(label) || comparison.test(label))) {
			const back = renderNodes(rest, this.#context);
			const text = label.replace(question, '');
			if (back.html === '') {
				this.#open(path, text, source, 'no-answer');
				this.#verdict('item', source, 'open', 'no-answer');
				return;
			}
			const kind = question.test(label) ? 'basic' : 'compare';
			this.#card({ kind, path, front: plainFace(text), back, source, key: label });
			this.#verdict(
				'item',
				source,
				'card',
				kind === 'basic' ? 'question' : 'comparison',
				this.cards.slice(-1)
			);
			return;
		}
		this.readAll(first?.kind === 'paragraph' ? rest : item.children, label === '' ? path : [...path, label]);
		if (todo.test(label)) this.#open(path, label, source, 'todo');
		this.#verdict(
			'item',
			source,
			todo.test(label) ? 'open' : 'skipped',
			todo.test(label) ? 'todo' : 'in-block'
		);
	}

	#card(draft: Omit<CardDraft, 'group' | 'tags'>): void {
		this.cards.push({ ...draft, group: draft.path.join('/'), tags: [] });
	}

	#open(path: readonly string[], text: string, source: SourceSpan, reason: string): void {
		this.openPoints.push({ path, text, source, reason });
	}

	#verdict(
		block: VerdictDraft['block'],
		source: SourceSpan,
		verdict: VerdictDraft['verdict'],
		reason: string,
		cards: readonly CardDraft[] = []
	): void {
		this.verdicts.push({ block, source, verdict, reason, cards });
	}

	#span(node: NoteNode): SourceSpan {
		return { file: this.#file, line: node.line, endLine: node.endLine };
	}
}

const plainFace = (text: string): Face => ({ html: escapeHtml(text), text, media: [] });

/** What stands in a block outside its inner blocks. */
function ownNodes(nodes: readonly NoteNode[]): NoteNode[] {
	return nodes.flatMap((node): NoteNode[] => {
		if (node.kind === 'details' || node.kind === 'section') return [];
		if (node.kind !== 'list' && node.kind !== 'item') return [node];
		const children = ownNodes(node.children);
		return children.length === 0 ? [] : [{ ...node, children }];
	});
}

/** The text of every leaf without its links. */
function leaves(nodes: readonly NoteNode[]): string[] {
	return nodes.flatMap((node): string[] => {
		if (node.kind === 'paragraph') return [withoutLinks(node.inline)];
		if ('children' in node) return leaves(node.children);
		return node.kind === 'code' ? [node.text] : [];
	});
}

function withoutLinks(tokens: readonly Token[]): string {
	let depth = 0;
	return inlineText(
		tokens.filter((token) => {
			if (token.type === 'link_open') depth++;
			if (token.type === 'link_close') depth--;
			return depth === 0 && token.type !== 'image';
		})
	).replace(/^[\s|]+$/, '');
}
