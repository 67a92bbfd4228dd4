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
	const gapBefore = before.text === '' || opening.test(before.text) ? '' : ' ';
	const gapAfter = after.text === '' || closing.test(after.text) ? '' : ' ';
	return {
		front: {
			html: before.html + gapBefore + html + gapAfter + after.html,
			text: before.text + gapBefore + blank + gapAfter + after.text,
			media: [...before.media, ...after.media]
		},
		answer
	};
}

const opening = /[「『（(“"[，。、；：]$/;
const closing = /^[」』）)\]”".,，。、；;：:！!？?]/;
