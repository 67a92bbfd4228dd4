import type { Token } from 'markdown-it';

/** Inline tokens as plain text: what a reader would say aloud, without markup. */
export function inlineText(tokens: readonly Token[]): string {
	const text = new PlainText();
	for (const token of tokens) text.append(token);
	return text.toString();
}

/** Plain text as it grows. In pieces: looking at the end of one long string would copy it at every line. */
export class PlainText {
	readonly #pieces: string[] = [];

	append(token: Token): void {
		this.add(textOf(token, this.endsWide));
	}

	add(piece: string): void {
		if (piece !== '') this.#pieces.push(piece);
	}

	/** Chinese and Japanese lines join without a space. */
	get endsWide(): boolean {
		const last = this.#pieces.at(-1);
		return last !== undefined && isWide(last.charCodeAt(last.length - 1));
	}

	toString(): string {
		return this.#pieces.join('').trim();
	}
}

function textOf(token: Token, isAfterWide: boolean): string {
	switch (token.type) {
		case 'text':
		case 'text_special':
		case 'code_inline':
		case 'math_inline':
			return token.content;
		case 'softbreak':
			return isAfterWide ? '' : ' ';
		case 'hardbreak':
			return '\n';
		case 'footnote':
			return ` (${token.content})`;
		case 'image':
			return token.content === '' ? '' : `[${token.content}]`;
		case 'html_inline':
			return isBreakTag(token.content) ? '\n' : '';
		default:
			return '';
	}
}

/** `<br>`, `<br/>`: the one tag that stands for text. */
export const isBreakTag = (tag: string): boolean => /^<br\s*\/?>$/i.test(tag);

/** CJK characters and their punctuation, full-width forms included. */
export const isWide = (unit: number): boolean =>
	unit >= 0x2e80 &&
	(unit <= 0x9fff || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xffef));
