import type { Token } from 'markdown-it';
import { imageTag } from './raw-html.ts';

/**
 * Inline tokens as the compiler wants them: no empty text, `<img>` as a picture, no block ids (`^a1b2c3` at the end,
 * which Obsidian writes), no comments.
 */
export function tidyInline(tokens: readonly Token[]): readonly Token[] {
	if (!tokens.some(isUntidy)) return tokens;
	const tidy: Token[] = [];
	for (const token of tokens) {
		const image = imageTag(token);
		if (image !== undefined) tidy.push(asImage(token, image.source, image.alt));
		else if (token.type === 'text') pushText(tidy, token);
		else if (token.type !== 'html_inline' || !token.content.startsWith('<!--')) tidy.push(token);
	}
	while (tidy.at(-1)?.type === 'softbreak') tidy.pop();
	return tidy;
}

/** Obsidian's ids have six characters or more; a word with a caret before it is no id. */
const blockId = /\s+\^(?=[a-z0-9-]*\d)[a-z0-9-]{6,}\s*$/i;

/** The same on a line of its own. */
const ownLineId = /(?:^|\s+)\^(?=[a-z0-9-]*\d)[a-z0-9-]{6,}\s*$/i;

const isUntidy = ({ type, content }: Token): boolean =>
	type === 'html_inline' || (type === 'text' && (content === '' || content.includes('^')));

function pushText(tidy: Token[], token: Token): void {
	const isLineStart = tidy.at(-1)?.type === 'softbreak';
	const content = token.content.replace(isLineStart ? ownLineId : blockId, '');
	if (content === '') return;
	if (content !== token.content) token.content = content;
	tidy.push(token);
}

function asImage(token: Token, source: string, alt: string): Token {
	token.type = 'image';
	token.content = alt;
	token.attrs = [['src', source]];
	return token;
}
