import type { Token } from 'markdown-it';

/** What a block of raw HTML is to a reader. */
export type RawHtml =
	| { readonly kind: 'comment' }
	/** Its text, still Markdown, with line breaks where block elements end. */
	| { readonly kind: 'text'; readonly text: string }
	/** Nothing to read: scripts, styles, embedded things. */
	| { readonly kind: 'active'; readonly tag: string };

/** Sorts a block of raw HTML. Its tags are taken off here; inline tags stay for the inline parser. */
export function readRawHtml(html: string): RawHtml {
	const active =
		/<(script|style|iframe|object|embed|svg|math|form|textarea|template|noscript|audio|video|canvas|link|meta|base)\b/i.exec(
			html
		)?.[1];
	if (active !== undefined) return { kind: 'active', tag: active.toLowerCase() };
	const text = withoutComments(html);
	if (text.replace(/<(?!img\s)[^<>]*>/gi, '').trim() === '') return { kind: 'comment' };
	return {
		kind: 'text',
		text: text
			.replace(blockTag, '\n')
			.replace(/\n{2,}/g, '\n')
			.trim()
	};
}

/** Elements that only lay out: what is in them is what counts. */
const blockTag =
	/<\/?(?:p|div|center|section|article|header|footer|main|aside|nav|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|h[1-6]|blockquote|figure|figcaption|hr|address|fieldset|caption|col|colgroup|pre|font|small|big|picture|source)(?=[\s/>])[^<>]*>/gi;

/** `<img src="a.png" alt="text">`: a picture like any other. */
export function imageTag(token: Token): { readonly source: string; readonly alt: string } | undefined {
	if (token.type !== 'html_inline' || !/^<img\s/i.test(token.content)) return undefined;
	const source = attribute(token.content, 'src');
	return source === '' ? undefined : { source, alt: attribute(token.content, 'alt') };
}

function attribute(tag: string, name: string): string {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
	return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** By hand: a pattern would look for the end anew at every opening, and a text of openings would never end. */
function withoutComments(html: string): string {
	let kept = '';
	let from = 0;
	for (;;) {
		const start = html.indexOf('<!--', from);
		const end = start < 0 ? -1 : html.indexOf('-->', start + 4);
		if (end < 0) return kept + html.slice(from);
		kept += html.slice(from, start);
		from = end + 3;
	}
}
