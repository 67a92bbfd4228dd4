import MarkdownIt from 'markdown-it';
import { detailsRule } from './details-rule.ts';
import type { MarkdownIt as MarkdownParser } from 'markdown-it';
import { footnoteReferenceRule, footnoteRule } from './footnote-rules.ts';
import { mathBlockRule, mathRule } from './math-rules.ts';
import { useLeanStates } from './lean-states.ts';
import { markRule } from './mark-rule.ts';
import { nestingCapRule } from './nesting-cap-rule.ts';

/**
 * CommonMark with GFM tables and strikethrough. `html: true` only makes raw tags tokens of their own: none of them is
 * ever copied to a card (see `4-emit/render-inline.ts`).
 */
export function newMarkdownParser(): MarkdownParser {
	const parser = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: 100 });
	useLeanStates(parser);
	parser.block.ruler.before('table', 'nesting-cap', nestingCapRule);
	parser.block.ruler.before('table', 'details', detailsRule, {
		alt: ['paragraph', 'reference', 'blockquote', 'list']
	});
	parser.block.ruler.before('reference', 'footnote', footnoteRule, { alt: ['paragraph', 'reference'] });
	parser.block.ruler.before('blockquote', 'math', mathBlockRule, {
		alt: ['paragraph', 'reference', 'blockquote', 'list']
	});
	parser.inline.ruler.before('escape', 'math', mathRule);
	parser.inline.ruler.before('link', 'footnote', footnoteReferenceRule);
	parser.inline.ruler.before('emphasis', 'mark', markRule);
	return parser;
}
