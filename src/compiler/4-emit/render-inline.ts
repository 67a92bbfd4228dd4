import type { Token } from 'markdown-it';
import type { AssetHash } from '#deck/ids.ts';
import { escapeHtml } from './escape-html.ts';
import type { Face } from './face.ts';
import { isBreakTag, PlainText } from '../1-read/inline-text.ts';
import type { RenderContext } from './render-context.ts';

/**
 * Inline tokens -> HTML that holds nothing but our own tags. Raw HTML of the note never passes: an allowed tag is
 * written again without its attributes and always closed, any other is left out and reported.
 */
export function renderInline(tokens: readonly Token[], line: number, context: RenderContext): Face {
	const writer = new InlineWriter(line, context);
	for (const token of tokens) writer.write(token);
	return writer.finish();
}

const bareTags = new Set('b i u s em strong code mark sub sup kbd ruby rt rp'.split(' '));
const markdownTags: Readonly<Record<string, string>> = {
	em_open: 'em',
	em_close: 'em',
	strong_open: 'strong',
	strong_close: 'strong',
	s_open: 's',
	s_close: 's',
	mark_open: 'mark',
	mark_close: 'mark'
};

class InlineWriter {
	#html = '';
	readonly #text = new PlainText();
	readonly #media: AssetHash[] = [];
	/** Open elements: `isRaw` for those that the note wrote as HTML. */
	readonly #open: { readonly tag: string; readonly isRaw: boolean }[] = [];
	readonly #line: number;
	readonly #context: RenderContext;

	constructor(line: number, context: RenderContext) {
		this.#line = line;
		this.#context = context;
	}

	write(token: Token): void {
		this.#writeHtml(token);
		if (token.type !== 'image') this.#text.append(token);
	}

	finish(): Face {
		while (this.#open.length > 0) this.#closeTop();
		return { html: this.#html.trim(), text: this.#text.toString(), media: this.#media };
	}

	#writeHtml(token: Token): void {
		switch (token.type) {
			case 'text':
			case 'text_special':
				this.#html += escapeHtml(token.content);
				return;
			case 'code_inline':
				this.#html += `<code>${escapeHtml(token.content)}</code>`;
				return;
			case 'math_inline':
				this.#html += this.#context.math(token.content, token.markup === '$$', this.#line);
				return;
			case 'footnote':
				this.#html += ` <span class="footnote">(${escapeHtml(token.content)})</span>`;
				return;
			case 'softbreak':
				if (!this.#text.endsWide) this.#html += ' ';
				return;
			case 'hardbreak':
				this.#html += '<br>';
				return;
			case 'image':
				this.#writeImage(String(token.attrGet('src') ?? ''), token.content);
				return;
			case 'link_open':
				this.#openLink(String(token.attrGet('href') ?? ''));
				return;
			case 'link_close':
				this.#closeMarkdown('a');
				return;
			case 'html_inline':
				this.#writeTag(token.content);
				return;
		}
		const tag = markdownTags[token.type];
		if (tag === undefined) return;
		if (token.nesting === 1) this.#openElement(tag, tag, false);
		else this.#closeMarkdown(tag);
	}

	#writeImage(source: string, alt: string): void {
		const image = this.#context.image(source, alt, this.#line);
		this.#html += image.html;
		this.#text.add(image.text);
		if (image.hash !== undefined) this.#media.push(image.hash);
	}

	#openLink(href: string): void {
		const isSafe = /^(?:https?|mailto):/i.test(href);
		const tag = isSafe ? `a href="${escapeHtml(href)}" rel="noopener noreferrer"` : '';
		this.#openElement(isSafe ? 'a' : '', tag, false);
	}

	#openElement(tag: string, opening: string, isRaw: boolean): void {
		this.#open.push({ tag, isRaw });
		if (tag !== '') this.#html += `<${opening}>`;
	}

	#closeTop(): void {
		const element = this.#open.pop();
		if (element !== undefined && element.tag !== '') this.#html += `</${element.tag}>`;
	}

	/** Closes a Markdown element, and raw tags left open inside it. */
	#closeMarkdown(tag: string): void {
		while (this.#open.at(-1)?.isRaw === true) this.#closeTop();
		const top = this.#open.at(-1);
		if (top !== undefined && (top.tag === tag || top.tag === '')) this.#closeTop();
	}

	/** `<b>`, `</b>`, `<br>`; comments are nothing, the rest is left out. */
	#writeTag(source: string): void {
		if (source.startsWith('<!--')) return;
		if (isBreakTag(source)) {
			this.#html += '<br>';
			return;
		}
		const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(source) ?? [];
		const tag = name.toLowerCase();
		if (!bareTags.has(tag)) this.#context.report('html-sanitised', this.#line, `<${tag}>`);
		else if (slash === '') this.#openElement(tag, tag, true);
		else this.#closeRaw(tag);
	}

	/** A raw closing tag reaches no further than the Markdown element around it. */
	#closeRaw(tag: string): void {
		const from = this.#open.findLastIndex((element) => !element.isRaw) + 1;
		const index = this.#open.findLastIndex((element) => element.isRaw && element.tag === tag);
		while (index >= from && this.#open.length > index) this.#closeTop();
	}
}
