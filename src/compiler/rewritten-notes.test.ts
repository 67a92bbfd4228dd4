import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { compileNotes } from './compile-notes.ts';

/** The cards of notes as a person sees them, in an order of their own. */
const cardsOf = (...texts: readonly string[]): string[] =>
	compileNotes(
		texts.map((text, index) => ({ path: `${index}.md`, text })),
		{ deck: { id: 'test' as DeckId, lang: 'zh-Hant' }, highlight: false }
	)
		.deck.notes.flatMap(({ cards }) =>
			cards.map(({ kind, path, frontText, backText }) =>
				[kind, path.join(' › '), frontText, backText].join('\n')
			)
		)
		.sort();

/** A word that stands nowhere else in the note. */
const word = fc.stringMatching(/^[a-z]{5}$/).map((letters) => `\`x${letters}\``);

/** Bullets, two blanks deep in their block. */
const bullets = fc.oneof(
	fc.tuple(word, word).map(([a, b]) => `  - ${a}：用來存放 ${b} 的地方\n`),
	fc.tuple(word, word).map(([a, b]) => `  - ${a} vs ${b}\n\n    - ${a} 會重啟，${b} 不會\n`),
	word.map((a) => `  - Ｑ：為什麼 ${a} 要放在前面？\n\n    - 後面的會蓋掉它\n`),
	word.map((a) => `  - 步驟：\n\n    - 先停止 ${a}\n    - 再啟動\n`),
	word.map((a) => `  - 必須先設定 ${a} 才能用\n`),
	word.map((a) => `  - <mark>TODO:Q</mark> ${a} 是什麼？\n`),
	word.map(
		(a) =>
			`  - 執行\n\n    \`\`\`sh\n    # 看 ${a} 的狀態\n    $ tool ${a.replaceAll('`', '')} status\n    \`\`\`\n`
	)
);
const block = fc
	.tuple(word, fc.array(bullets, { minLength: 1, maxLength: 4 }))
	.map(
		([title, list]) =>
			`- <details close>\n  <summary>${title.replaceAll('`', '')}</summary>\n\n${list.join('\n')}\n  </details>\n`
	);
const note = fc
	.tuple(word, fc.array(block, { minLength: 1, maxLength: 4 }))
	.map(([title, blocks]) => `# ${title.replaceAll('`', '')}\n\n${blocks.join('\n')}`);

describe('a note written otherwise gives the same cards', () => {
	const rewritings: readonly (readonly [string, (text: string) => string])[] = [
		['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
		['with a byte order mark', (text) => `\uFEFF${text}`],
		[
			'three blanks deep',
			(text) => text.replace(/^(?: {2})+/gm, (blanks) => ' '.repeat((blanks.length / 2) * 3))
		],
		[
			'with tabs for its indent',
			(text) => text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2))
		],
		['with other bullets', (text) => text.replace(/^( *)- /gm, '$1* ')],
		['with half-width marks', (text) => text.replaceAll('Ｑ：', 'Q:').replaceAll('步驟：', '步驟:')],
		['with full-width marks', (text) => text.replaceAll(' vs ', ' ｖｓ ').replaceAll('Ｑ：', 'Ｑ:')],
		[
			'with comments between its blocks',
			(text) => text.replace(/^- <details/gm, '<!-- a block -->\n\n- <details')
		],
		['with blank lines at its end', (text) => `${text}\n\n\n`]
	];

	test.each(rewritings)('%s', (_, rewrite) => {
		fc.assert(
			fc.property(note, (text) => {
				expect(cardsOf(rewrite(text))).toEqual(cardsOf(text));
			}),
			{ numRuns: 25, seed: 31 }
		);
	});

	test('and notes of such blocks have cards to lose', () => {
		fc.assert(
			fc.property(note, (text) => {
				const wanted = text.match(/：用來存放| vs |Ｑ：|步驟：|必須先|# 看/g)?.length ?? 0;
				expect(cardsOf(text).length).toBeGreaterThanOrEqual(wanted);
			}),
			{ numRuns: 25, seed: 32 }
		);
	});
});

describe('two notes', () => {
	const pair = fc
		.tuple(note, note)
		.filter(([a, b]) => (a.match(/x[a-z]{5}/g) ?? []).every((one) => !b.includes(one)));

	test('as two files give the cards of both', () => {
		fc.assert(
			fc.property(pair, ([a, b]) => {
				expect(cardsOf(a, b)).toEqual([...cardsOf(a), ...cardsOf(b)].sort());
			}),
			{ numRuns: 25, seed: 33 }
		);
	});

	test('one under the other in one file give the cards of both', () => {
		fc.assert(
			fc.property(pair, ([a, b]) => {
				expect(cardsOf(`${a}\n${b}`)).toEqual([...cardsOf(a), ...cardsOf(b)].sort());
			}),
			{ numRuns: 25, seed: 34 }
		);
	});
});
