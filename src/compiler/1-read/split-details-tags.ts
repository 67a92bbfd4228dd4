import type { Token } from 'markdown-it';

/**
 * Details tags that ended up inside a paragraph, as tokens of their own: the paragraph is cut there.
 *
 *     the answer</details>
 *               ^
 */
export function splitDetailsTags(tokens: Token[]): Token[] {
	if (!tokens.some(({ type, children }) => type === 'inline' && children?.some(isDetailsTag) === true))
		return tokens;
	return tokens.flatMap((token, index) => {
		const open = tokens[index - 1];
		const close = tokens[index + 1];
		if (token.type !== 'inline' || open?.type !== 'paragraph_open' || close === undefined) return [token];
		return token.children?.some(isDetailsTag) === true ? split(token, open, close) : [token];
	});
}

const isDetailsTag = ({ type, content }: Token): boolean =>
	type === 'html_inline' && /^<\/?details[\s/>]/i.test(content);

/** The paragraph's own opening and closing tokens stand around the result. */
function split(inline: Token, open: Token, close: Token): Token[] {
	const result: Token[] = [];
	let children: Token[] = [];
	const flush = (): void => {
		result.push(withChildren(inline, children));
		children = [];
	};
	for (const child of inline.children ?? []) {
		if (!isDetailsTag(child)) {
			children.push(child);
			continue;
		}
		flush();
		result.push(close, tagToken(child, open), open);
	}
	flush();
	return result;
}

function tagToken(tag: Token, place: Token): Token {
	const copy = clone(tag);
	copy.type = tag.content.startsWith('</') ? 'details_close' : 'details_open';
	copy.map = place.map === null ? null : [Math.max(place.map[1] - 1, 0), place.map[1]];
	return copy;
}

function withChildren(inline: Token, children: Token[]): Token {
	const copy = clone(inline);
	copy.children = children;
	return copy;
}

function clone(token: Token): Token {
	return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
}
