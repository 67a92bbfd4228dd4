import MarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useLeanStates } from './lean-states.ts';

/** Texts in which every kind of token occurs. */
const markdown = fc
	.array(
		fc
			.constantFrom('# a', '- b', '> c', '```js', '| a | b |', '|---|---|', '1. d', '', '    e')
			.chain((start) =>
				fc
					.array(
						fc.constantFrom('*x*', '**y', '`z`', '[l](m)', '![i](j)', '<b>', '~~s~~', '&amp;', 'a\\', ' ')
					)
					.map((inline) => `${start}${inline.join(' ')}`)
			)
	)
	.map((lines) => lines.join('\n'));

test('A parser with lean states yields the tokens of one without, field by field', () => {
	const bare = new MarkdownIt({ html: true });
	const lean = new MarkdownIt({ html: true });
	useLeanStates(lean);
	fc.assert(
		fc.property(markdown, (text) => {
			const expected = bare.parse(text, {});
			const tokens = lean.parse(text, {});
			expect(tokens).toStrictEqual(expected);
			expect(lean.render(text)).toBe(bare.render(text));
		})
	);
});

test('Lean states have every field that those of the library have', () => {
	const bare = new MarkdownIt();
	const lean = new MarkdownIt();
	useLeanStates(lean);
	const fields = (parser: typeof bare) => ({
		block: Object.keys(new parser.block.State('a', parser, {}, [])).sort(),
		inline: Object.keys(new parser.inline.State('a', parser, {}, [])).sort()
	});
	expect(fields(lean)).toEqual(fields(bare));
});
