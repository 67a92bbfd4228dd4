import katex from 'katex';

/**
 * A formula as MathML, which browsers show without styles or fonts. Throws on a formula that KaTeX does not understand.
 * A host loads this module only when a note has formulas: it is large.
 */
export function renderMath(tex: string, isBlock: boolean): string {
	const html = katex.renderToString(tex, {
		displayMode: isBlock,
		output: 'mathml',
		throwOnError: true,
		trust: false,
		strict: 'ignore',
		maxExpand: 1_000,
		maxSize: 50
	});
	return withoutSource(html);
}

/** Only `<math>` itself: not the source that KaTeX writes beside it, no wrapper, no style. */
const withoutSource = (html: string): string =>
	html
		.replace(/<annotation[^>]*>[^<]*<\/annotation>/g, '')
		.replace(/<\/?semantics>/g, '')
		.replace(/^<span class="katex[^"]*">|<\/span>$/g, '')
		.replace(/ (?:style|xmlns)="[^"]*"/g, '');
