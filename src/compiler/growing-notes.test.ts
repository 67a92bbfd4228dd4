import { describe, expect, test } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { compileNotes } from './compile-notes.ts';

/**
 * Work that a compile does: characters that string methods and patterns walk over. Counted, not timed, so it is the same
 * on every machine; twice the text may cost little more than twice the work.
 */
function workOf(text: string): number {
	let work = 0;
	const undo = [
		counted(String.prototype, 'slice', (_, __, result) => lengthOf(result)),
		counted(String.prototype, 'indexOf', (self, [, from], result) => walked(self, Number(result), from)),
		countedPattern('exec'),
		countedPattern('test')
	];
	try {
		compileNotes([{ path: 'note.md', text }], { deck: { id: 'test' as DeckId }, highlight: false });
	} finally {
		for (const restore of undo) restore();
	}
	return work;

	function counted(
		owner: object,
		name: string,
		costOf: (self: string, given: readonly unknown[], result: unknown) => number
	): () => void {
		const methods = owner as Record<string, (...given: unknown[]) => unknown>;
		const original = methods[name];
		if (original === undefined) throw new Error(name);
		methods[name] = function (this: string, ...given: unknown[]): unknown {
			const result = original.apply(this, given);
			work += 1 + costOf(this, given, result);
			return result;
		};
		return () => {
			methods[name] = original;
		};
	}

	/** From where the pattern begins to look, to the end of what it finds; a pattern that is tied to its place only that. */
	function countedPattern(name: 'exec' | 'test'): () => void {
		const methods = RegExp.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
		const original = methods[name];
		if (original === undefined) throw new Error(name);
		methods[name] = function (this: RegExp, ...given: unknown[]): unknown {
			const from = this.lastIndex;
			const result = original.apply(this, given);
			const isTied = this.sticky || this.source.startsWith('^');
			const found = Boolean(result);
			if (this.global || this.sticky)
				work += found ? this.lastIndex - from : isTied ? 1 : lengthOf(given[0]) - from;
			else if (!isTied)
				work += found && Array.isArray(result) ? (result as RegExpExecArray).index : lengthOf(given[0]);
			work += 1;
			return result;
		};
		return () => {
			methods[name] = original;
		};
	}
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);
const walked = (self: string, found: number, from: unknown): number => {
	const start = typeof from === 'number' ? from : 0;
	return Math.max(0, (found < 0 ? self.length : found) - start);
};

describe('twice the text is about twice the work', () => {
	test.each([
		['emphasis in emphasis', (n: number) => `${'*a **a '.repeat(n)}b${' a** a*'.repeat(n)}`],
		['emphasis that only closes', (n: number) => 'a_ '.repeat(n)],
		['emphasis that only opens', (n: number) => '_a '.repeat(n)],
		['links that only close', (n: number) => 'a]'.repeat(n)],
		['links that only open', (n: number) => '[a'.repeat(n)],
		['links and emphasis that cross', (n: number) => '[ a_'.repeat(n)],
		[
			'runs of backticks that grow',
			(n: number) =>
				Array.from({ length: Math.round(Math.sqrt(n)) * 2 }, (_, at) => `e${'`'.repeat(at)}`).join('')
		],
		['quotes in quotes', (n: number) => `${'> '.repeat(n)}a`],
		[
			'lists in lists',
			(n: number) =>
				Array.from({ length: Math.round(Math.sqrt(n)) }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')
		],
		['details never closed', (n: number) => '<details>\n<summary>a</summary>\n\n'.repeat(n)],
		['comments never closed', (n: number) => '<!-- a\n\n'.repeat(n)],
		[
			'definitions of links',
			(n: number) => Array.from({ length: n }, (_, at) => `[a${at}]: https://example.org/${at}\n`).join('')
		],
		['questions', (n: number) => 'Q: a?\nA: b\n\n'.repeat(n)],
		['comparisons', (n: number) => '- `a` vs `b`\n\n  - `a` 可以，`b` 不行\n\n'.repeat(n)],
		[
			'statements of one block',
			(n: number) =>
				`- <details close>\n  <summary>T</summary>\n\n${'  - 透過 `x` 轉成 y 的格式\n\n'.repeat(n)}  </details>\n`
		],
		['terms', (n: number) => Array.from({ length: n }, (_, at) => `- term${at}：meaning ${at}\n`).join('')],
		['clozes', (n: number) => 'a {{c1::b}} c\n\n'.repeat(n)],
		['clozes in clozes', (n: number) => `${'{{c1::a '.repeat(n / 8)}${'}}'.repeat(n / 8)}`],
		[
			'lines numbered by hand',
			(n: number) => Array.from({ length: n }, (_, at) => `${at}、第 ${at} 行`).join('\n')
		],
		['rows of a table', (n: number) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(n)}`],
		['headings', (n: number) => '## a\n\n- b：c\n\n'.repeat(n)],
		['tasks', (n: number) => '- [ ] a\n'.repeat(n)]
	])('%s', { timeout: 60_000 }, (_, grow) => {
		const [small, large] = [workOf(grow(200)), workOf(grow(400))];
		expect(small).toBeGreaterThan(0);
		expect(large / small).toBeLessThan(2.8);
	});
});
