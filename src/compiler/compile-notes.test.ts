import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '#deck/card.ts';
import type { Identities } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import { compileNotes } from './compile-notes.ts';

const deck = { id: 'test' as DeckId };
const compile = (text: string) => compileNotes([{ path: 'note.md', text }], { deck });
const fronts = (text: string) =>
	compile(text).deck.notes.flatMap(({ cards }) => cards.map(({ frontText }) => frontText));

const note = `# 港口

- <details close>
  <summary>繫泊方式</summary>

  - \`前纜\` vs \`尾纜\`

    - \`前纜\` 往前拉，\`尾纜\` 往後拉
    - \`前纜\` 防止後移，\`尾纜\` 防止前移

  - Ｑ：為什麼退潮時要放鬆纜繩？

    - 水位下降，船會被纜繩吊住

  </details>

- <details close>
  <summary>錨</summary>

  - 錨：把船固定在海底的重物

  </details>
`;

/** Pieces that mean something to the compiler, to be put together in senseless ways. */
const pieces = fc.constantFrom(
	'<details>',
	'</details>',
	'<summary>',
	'</summary>',
	'- ',
	'  ',
	'\n',
	'\n\n',
	'Ｑ：',
	'Q: ',
	'A: ',
	'？',
	' vs ',
	'步驟：',
	'1. ',
	'```',
	'`',
	'$ ls',
	'# ',
	'> [!question] ',
	'| a | b |',
	'|---|---|',
	'{{c1::x}}',
	'==x==',
	'::',
	'?',
	'---',
	'TODO:Q',
	'![](a.png)',
	'[x]',
	'<!--',
	'-->',
	'**',
	'*a **a ',
	'$$',
	'\t',
	'文字',
	'word',
	'：',
	'因為',
	'\u0000',
	'\ud800'
);
const senseless = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''));

describe('any text', () => {
	test('compiles without throwing, the same each time, and every card has two faces', () => {
		fc.assert(
			fc.property(fc.oneof(senseless, fc.string({ unit: 'binary' })), (text) => {
				const compilation = compile(text);
				expect(compile(text)).toEqual(compilation);
				for (const card of compilation.deck.notes.flatMap(({ cards }) => cards)) {
					expect(card.front).not.toBe('');
					expect(card.back).not.toBe('');
				}
			}),
			{ numRuns: 1_500, seed: 20261124 }
		);
	});

	test('gives HTML without scripts, handlers, styles or addresses that run', () => {
		const hostile = fc.constantFrom(
			'<script>x</script>',
			'<img src=x onerror=x>',
			'[a](javascript:x)',
			'<b style="x" onclick="x">',
			'<svg onload=x>',
			'<a href="data:text/html,x">',
			'![a](javascript:x)',
			'<b>',
			'</b>',
			'<code>',
			'- ',
			'\n',
			'"',
			"'",
			'<details>',
			'Q: a?\nA: b\n'
		);
		fc.assert(
			fc.property(
				fc.array(hostile, { maxLength: 30 }).map((list) => list.join('')),
				(text) => {
					for (const { front, back } of compile(`Q: q?\n\n- ${text}`).deck.notes.flatMap(
						({ cards }) => cards
					)) {
						const tags = `${front}${back}`.match(/<[^>]*>/g) ?? [];
						for (const tag of tags)
							expect(tag).not.toMatch(/script|svg|\son\w+=|style=|javascript:|data:text|\ssrc=/i);
					}
				}
			),
			{ numRuns: 500, seed: 7 }
		);
	});
});

describe('the same note, written otherwise, gives the same cards', () => {
	test.each([
		['CRLF', note.replaceAll('\n', '\r\n')],
		['a byte order mark', `\uFEFF${note}`],
		['half-width marks', note.replace('Ｑ：', 'Q: ')],
		['comments', note.replace('- <details', '<!-- 繫泊 -->\n\n- <details')],
		['deeper indentation', note.replace(/^( {2,})/gm, (spaces) => spaces.replaceAll('  ', '   '))]
	])('%s', (_, other) => {
		expect(fronts(other)).toEqual(fronts(note));
	});

	test('two notes together give the cards of both', () => {
		const second = note.replaceAll('纜', '索').replace('# 港口', '# 碼頭');
		const both = compileNotes(
			[
				{ path: 'a.md', text: note },
				{ path: 'b.md', text: second }
			],
			{ deck }
		);
		expect(both.stats.cards).toBe(fronts(note).length + fronts(second).length);
	});
});

describe('identity', () => {
	/** As the app does it: random ids, the last compile's identities handed on. */
	function library() {
		let minted = 0;
		let identities: Identities | undefined;
		return (text: string): ReadonlyMap<string, Card> => {
			const compilation = compileNotes([{ path: 'note.md', text }], {
				deck,
				mintCardId: () => `id-${minted++}` as CardId,
				...(identities && { identities })
			});
			identities = compilation.identities;
			return new Map(compilation.deck.notes.flatMap(({ cards }) => cards.map((card) => [card.id, card])));
		};
	}
	const ids = (cards: ReadonlyMap<string, Card>) => [...cards.keys()].sort();

	test.each([
		['a heading renamed', (text: string) => text.replace('# 港口', '# 碼頭')],
		[
			'the file indented deeper',
			(text: string) => text.replace(/^( {2,})/gm, (spaces) => spaces.replaceAll('  ', '   '))
		],
		['bold put on', (text: string) => text.replace('船會被纜繩吊住', '**船**會被纜繩吊住')],
		['full-width marks', (text: string) => text.replace('Ｑ：', 'Q：')],
		['a comment added', (text: string) => text.replace('- <details', '<!-- new -->\n\n- <details')],
		['an answer changed', (text: string) => text.replace('水位下降', '水位降低')],
		['blocks swapped', swapBlocks]
	])('%s: every card keeps its id', (_, edit) => {
		const compileNext = library();
		const before = compileNext(note);
		expect(edit(note)).not.toBe(note);
		expect(ids(compileNext(edit(note)))).toEqual(ids(before));
	});

	test('a bullet put before others makes one new card, and shifts none', () => {
		const compileNext = library();
		const before = compileNext(note);
		const after = compileNext(
			note.replace('  - Ｑ：為', '  - Ｑ：什麼是潮差？\n\n    - 滿潮與乾潮的水位差\n\n  - Ｑ：為')
		);
		expect(ids(after)).toEqual(expect.arrayContaining(ids(before)));
		expect(after.size).toBe(before.size + 1);
	});

	test('a deleted block that comes back is the same card', () => {
		const compileNext = library();
		const before = compileNext(note);
		const without = note.slice(0, note.lastIndexOf('- <details'));
		expect(compileNext(without).size).toBeLessThan(before.size);
		expect(ids(compileNext(note))).toEqual(ids(before));
	});

	function swapBlocks(text: string): string {
		const [head, ...blocks] = text.split(/^(?=- <details)/m);
		return [head, ...blocks.reverse().map((block) => `${block.trimEnd()}\n\n`)].join('');
	}
});

describe('texts made to stall a parser', () => {
	test.each([
		['nested emphasis', '*a **a '.repeat(5_000)],
		['backticks', '`'.repeat(100_000)],
		['open brackets', '['.repeat(50_000)],
		['nested quotes', '> '.repeat(5_000)],
		['nested lists', Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
		['open details', '<details>\n<summary>a</summary>\n'.repeat(3_000)],
		['open comments', '<!-- '.repeat(200_000)],
		['lines of one question', 'Q: a\n'.repeat(100_000)],
		['rows without a table', '|a|b|\n'.repeat(100_000)],
		['colons', '：'.repeat(50_000)],
		['vs', 'a vs '.repeat(20_000)],
		['blanks of a cloze', '{{c1::'.repeat(10_000)]
	])('%s', { timeout: 20_000 }, (_, text) => {
		expect(() => compile(text)).not.toThrow();
	});
});
