import type { Token } from 'markdown-it';
import { cutInline } from '../1-read/cut-inline.ts';
import { escapeHtml } from '../4-emit/escape-html.ts';
import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';

/** Offsets of `rawText`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A text with one span blanked, and the span itself. */
export function blankOut(
	tokens: readonly Token[],
	span: Span,
	line: number,
	extraction: Extraction,
	hint = ''
): { readonly front: Face; readonly answer: Face } {
	const before = extraction.renderInline(cutInline(tokens, 0, span.start), line);
	const answer = extraction.renderInline(cutInline(tokens, span.start, span.end), line);
	const after = extraction.renderInline(cutInline(tokens, span.end), line);
	const blank = hint === '' ? extraction.phrases.blank : `[${hint}]`;
	const html = `<mark class="blank">${escapeHtml(blank)}</mark>`;
	return {
		front: {
			html: [before.html, html, after.html].filter((piece) => piece !== '').join(' '),
			text: [before.text, blank, after.text].filter((piece) => piece !== '').join(' '),
			media: [...before.media, ...after.media]
		},
		answer
	};
}
