import type { Token } from 'markdown-it';
import type { ReportLine } from '../diagnostics.ts';
import type { Details, Item, NoteNode, ParentNode, Section } from './note-node.ts';
import { pairDetails, type DetailsPairs } from './pair-details.ts';
import { cutInline, rawText } from './cut-inline.ts';
import { enumeratedLines } from './enumerated-lines.ts';
import { inlineText } from './inline-text.ts';
import { readRawHtml } from './raw-html.ts';
import { tidyInline } from './tidy-inline.ts';
import { readParagraphs } from './read-paragraph.ts';
import { readTable } from './read-table.ts';

/**
 * The flat tokens of one note as a tree: headings hold what stands under them, details hold their body, lists their
 * items. `firstLine` is the source line of the tokens' line 0.
 */
export function buildTree(
	tokens: readonly Token[],
	firstLine: number,
	report: ReportLine,
	parseInline: ParseInline
): Section {
	const builder = new TreeBuilder(tokens, firstLine, report, parseInline);
	tokens.forEach((token, index) => handlers[token.type]?.(builder, token, index));
	return builder.finish();
}

/** Markdown text without blocks -> inline tokens, one list a line. */
export type ParseInline = (text: string) => (readonly Token[])[];

type Handler = (builder: TreeBuilder, token: Token, index: number) => void;

/** What each token does to the tree; to read it is to read the language. */
const handlers: Readonly<Record<string, Handler>> = {
	heading_open: (builder, token, index) => builder.openSection(token, index),
	details_open: (builder, token, index) => builder.openDetails(token, index),
	details_close: (builder, token, index) => builder.closeDetails(token, index),
	bullet_list_open: (builder, token) => builder.openList(token, undefined),
	ordered_list_open: (builder, token) => builder.openList(token, Number(token.attrGet('start') ?? 1)),
	list_item_open: (builder, token) => builder.openItem(token),
	list_item_close: (builder) => builder.closeItem(),
	bullet_list_close: (builder) => builder.closeList(),
	ordered_list_close: (builder) => builder.closeList(),
	blockquote_open: (builder, token) => builder.open({ kind: 'quote', ...builder.place(token), children: [] }),
	blockquote_close: (builder) => builder.closeThrough('quote'),
	paragraph_open: (builder, token, index) => builder.addParagraph(token, index),
	fence: (builder, token) => builder.addCode(token),
	code_block: (builder, token) => builder.addCode(token),
	table_open: (builder, token, index) => builder.addTable(token, index),
	math_block: (builder, token) =>
		builder.add({ kind: 'formula', ...builder.place(token), tex: token.content }),
	html_block: (builder, token) => builder.addHtml(token),
	hr: (builder, token) => builder.add({ kind: 'rule', ...builder.place(token), markup: token.markup }),
	too_deep: (builder, token) => builder.reportAt('nested-too-deep', token)
};

class TreeBuilder {
	readonly #tokens: readonly Token[];
	readonly #firstLine: number;
	readonly #report: ReportLine;
	readonly #parseInline: ParseInline;
	readonly #pairs: DetailsPairs;
	readonly #root: Section;
	readonly #frames: ParentNode[];
	/** Details without a closing tag: they end with their container, or where the next block begins. */
	readonly #unclosed = new Set<ParentNode>();

	constructor(tokens: readonly Token[], firstLine: number, report: ReportLine, parseInline: ParseInline) {
		this.#parseInline = parseInline;
		this.#tokens = tokens;
		this.#firstLine = firstLine;
		this.#report = report;
		this.#pairs = pairDetails(tokens);
		this.#root = {
			kind: 'section',
			level: 0,
			title: [],
			titleText: '',
			line: firstLine,
			endLine: firstLine,
			children: []
		};
		this.#frames = [this.#root];
	}

	get #top(): ParentNode {
		return this.#frames.at(-1) ?? this.#root;
	}

	finish(): Section {
		while (this.#frames.length > 1) this.#close();
		return this.#root;
	}

	place(token: Token): { line: number; endLine: number } {
		const [start, end] = token.map ?? [0, 1];
		return { line: this.#firstLine + start, endLine: this.#firstLine + end - 1 };
	}

	inlineAt(index: number): readonly Token[] {
		return tidyInline(this.#tokens[index]?.children ?? []);
	}

	reportAt(code: Parameters<ReportLine>[0], token: Token): void {
		this.#report(code, this.place(token).line);
	}

	add(...nodes: readonly NoteNode[]): void {
		for (const node of nodes) {
			this.#top.children.push(node);
			this.#extend(node.endLine);
		}
	}

	open(node: ParentNode): void {
		this.add(node);
		this.#frames.push(node);
	}

	openSection(token: Token, index: number): void {
		const level = Number(token.tag.slice(1));
		this.#closeWhile((node) => this.#unclosed.has(node) || (node.kind === 'section' && node.level >= level));
		const title = withoutHashes(this.inlineAt(index + 1));
		this.open({
			kind: 'section',
			level,
			title,
			titleText: inlineText(title),
			...this.place(token),
			children: []
		});
	}

	openDetails(token: Token, index: number): void {
		this.#closeWhile((node) => this.#unclosed.has(node));
		const hasSummary = this.#tokens[index + 1]?.type === 'summary_open';
		const title = hasSummary ? this.inlineAt(index + 2) : [];
		const place = this.place(token);
		const summary = this.#tokens[index + 1];
		const details: Details = {
			kind: 'details',
			title,
			titleText: inlineText(title),
			titleLine: hasSummary && summary !== undefined ? this.place(summary).line : place.line,
			hasSummary,
			...place,
			children: []
		};
		if (!this.#pairs.closed.has(index)) {
			this.#unclosed.add(details);
			this.reportAt('unclosed-details', token);
		}
		if (!hasSummary) this.reportAt('summary-missing', token);
		this.open(details);
	}

	closeDetails(token: Token, index: number): void {
		if (!this.#pairs.closing.has(index)) {
			this.reportAt('unmatched-close', token);
			return;
		}
		this.#closeWhile((node) => node.kind !== 'details' || this.#unclosed.has(node));
		this.#extend(this.place(token).endLine);
		this.#close();
	}

	openList(token: Token, start: number | undefined): void {
		this.open({ kind: 'list', start, ...this.place(token), children: [] });
	}

	openItem(token: Token): void {
		const place = this.place(token);
		if (this.#top.kind !== 'list') this.open({ kind: 'list', start: undefined, ...place, children: [] });
		const item: Item = { kind: 'item', line: place.line, endLine: place.line, children: [] };
		this.open(item);
	}

	/** `- <details>` alone in its item, its body after the list: the details move out of the list. */
	closeItem(): void {
		const details = this.#top;
		if (details.kind !== 'details' || this.#unclosed.has(details)) {
			this.closeThrough('item');
			return;
		}
		this.#frames.pop();
		this.#top.children.pop();
		this.closeThrough('list');
		this.open(details);
	}

	closeList(): void {
		if (this.#top.kind === 'list') this.#close();
	}

	/** Closes everything up to and with the innermost frame of that kind. */
	closeThrough(kind: ParentNode['kind']): void {
		this.#closeWhile((node) => node.kind !== kind);
		this.#close();
	}

	addParagraph(token: Token, index: number): void {
		const inline = this.inlineAt(index + 1);
		const mark = this.#taskMark(inline);
		const text = mark === undefined ? inline : cutInline(inline, mark.length);
		for (const paragraph of readParagraphs(text, this.place(token)))
			this.add(enumeratedLines(paragraph) ?? paragraph);
	}

	/** Comments stay, for the directives in them; text in raw tags is text; scripts and the like are left out. */
	addHtml(token: Token): void {
		const place = this.place(token);
		const html = readRawHtml(token.content);
		// The last opening decides, so the text is looked at once.
		if (token.content.lastIndexOf('<!--') > token.content.lastIndexOf('-->'))
			this.#report('unclosed-comment', place.line);
		if (html.kind === 'active') this.#report('html-sanitised', place.line, `<${html.tag}>`);
		if (html.kind !== 'text') this.add({ kind: 'html', ...place, text: token.content });
		else
			for (const inline of this.#parseInline(html.text))
				this.add(...readParagraphs(tidyInline(inline), place));
	}

	addCode(token: Token): void {
		const language = token.info.trim().split(/[\s{]/, 1)[0]?.toLowerCase() ?? '';
		const text = token.content.replace(/\n$/, '');
		this.add({ kind: 'code', language, text, ...this.place(token) });
	}

	addTable(token: Token, index: number): void {
		this.add({ kind: 'table', ...readTable(this.#tokens, index, this.#firstLine), ...this.place(token) });
	}

	/** `[x] ` at the beginning of a bullet: says whether the task is done, and is no part of its text. */
	#taskMark(inline: readonly Token[]): string | undefined {
		const item = this.#top;
		const first = inline[0];
		if (item.kind !== 'item' || item.children.length > 0 || first?.type !== 'text') return undefined;
		const mark = /^\[([ xX])\]\s+/.exec(first.content);
		if (mark === null) return undefined;
		item.isDone = mark[1] !== ' ';
		return mark[0];
	}

	#closeWhile(ends: (node: ParentNode) => boolean): void {
		while (this.#frames.length > 1 && ends(this.#top)) this.#close();
	}

	#close(): void {
		const node = this.#frames.length > 1 ? this.#frames.pop() : undefined;
		if (node !== undefined) this.#extend(node.endLine);
	}

	#extend(endLine: number): void {
		const top = this.#top;
		if (endLine > top.endLine) top.endLine = endLine;
	}
}

/** `## # Title`: some people number their headings' depth by hand. */
function withoutHashes(title: readonly Token[]): readonly Token[] {
	const hashes = /^#+\s+/.exec(rawText(title))?.[0].length ?? 0;
	return hashes === 0 ? title : cutInline(title, hashes);
}
