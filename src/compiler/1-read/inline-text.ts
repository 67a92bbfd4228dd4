import type { Token } from 'markdown-it';

/** Inline tokens as plain text: what a reader would say aloud, without markup. */
export function inlineText(tokens: readonly Token[]): string {
	let text = '';
	for (const token of tokens) text = appendText(text, token);
	return text.trim();
}

/** The text so far with that of one more token. */
export function appendText(text: string, token: Token): string {
	switch (token.type) {
		case 'text':
		case 'text_special':
		case 'code_inline':
		case 'math_inline':
			return text + token.content;
		case 'softbreak':
			return endsWide(text) ? text : `${text} `;
		case 'hardbreak':
			return `${text}\n`;
		case 'footnote':
			return `${text} (${token.content})`;
		case 'image':
			return text + (token.content === '' ? '' : `[${token.content}]`);
		case 'html_inline':
			return isBreakTag(token.content) ? `${text}\n` : text;
		default:
			return text;
	}
}

/** `<br>`, `<br/>`: the one tag that stands for text. */
export const isBreakTag = (tag: string): boolean => /^<br\s*\/?>$/i.test(tag);

/** Chinese and Japanese lines join without a space. */
export const endsWide = (text: string): boolean => text !== '' && isWide(text.charCodeAt(text.length - 1));

/** CJK characters and their punctuation, full-width forms included. */
export const isWide = (unit: number): boolean =>
	unit >= 0x2e80 &&
	(unit <= 0x9fff || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xffef));
