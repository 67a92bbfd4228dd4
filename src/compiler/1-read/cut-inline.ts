import type { Token } from 'markdown-it';

/**
 * Inline tokens as one string to search in: `cutInline` understands its offsets. Line breaks are `\n`, a picture is
 * one U+FFFC, tags are nothing.
 */
export function rawText(tokens: readonly Token[]): string {
	let text = '';
	for (const token of tokens) text += rawOf(token);
	return text;
}

function rawOf(token: Token): string {
	switch (token.type) {
		case 'text':
		case 'text_special':
		case 'code_inline':
		case 'math_inline':
			return token.content;
		case 'softbreak':
		case 'hardbreak':
			return '\n';
		case 'image':
			return '\uFFFC';
		default:
			return '';
	}
}

/** The tokens of the raw text from `start` to `end`, their emphasis, links and tags kept and balanced. */
export function cutInline(tokens: readonly Token[], start: number, end = Number.POSITIVE_INFINITY): Token[] {
	const cut: Token[] = [];
	/** Elements around the place, and how many of them stand in the cut already. */
	const open: Token[] = [];
	let written = 0;
	let position = 0;
	for (const token of tokens) {
		const effect = effectOf(token);
		if (effect === 'open') open.push(token);
		if (effect === 'close') {
			if (written === open.length) {
				cut.push(token);
				written--;
			}
			open.pop();
		}
		if (effect !== 'content') continue;
		const length = rawOf(token).length;
		const from = Math.max(start - position, 0);
		const to = Math.min(end - position, length);
		position += length;
		if (from >= to) continue;
		while (written < open.length) {
			const opening = open[written++];
			if (opening !== undefined) cut.push(opening);
		}
		cut.push(to - from === length ? token : withContent(token, token.content.slice(from, to)));
	}
	return trimEnds(cut);
}

/** What a token does to the elements around it; comments and tags that stand alone do nothing. */
function effectOf(token: Token): 'open' | 'close' | 'content' | 'nothing' {
	if (token.type !== 'html_inline')
		return token.nesting === 1 ? 'open' : token.nesting === -1 ? 'close' : 'content';
	if (/^<(?:!--|br\b)/i.test(token.content)) return 'nothing';
	return token.content.startsWith('</') ? 'close' : 'open';
}

function withContent(token: Token, content: string): Token {
	const copy = Object.create(Object.getPrototypeOf(token) as object) as Token;
	return Object.assign(copy, token, { content });
}

/** Line breaks and blanks at the ends mean nothing. */
function trimEnds(tokens: Token[]): Token[] {
	const isBlank = (token: Token | undefined): boolean =>
		token !== undefined &&
		(token.type === 'softbreak' || (token.type === 'text' && token.content.trim() === ''));
	while (isBlank(tokens[0])) tokens.shift();
	while (isBlank(tokens.at(-1))) tokens.pop();
	return tokens;
}
