import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDifference } from './text-difference.ts';

/** `-gone-`, `+come+`. */
const shown = (before: string, after: string) =>
	textDifference(before, after)
		.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `-${text}-` : `+${text}+`))
		.join('');

test('words are compared, not letters', () => {
	expect(shown('COPY takes a local file', 'COPY takes a remote file')).toBe(
		'COPY takes a -local-+remote+ file'
	);
	expect(shown('one two', 'one two three')).toBe('one two+ three+');
	expect(shown('port 8080', 'port 80')).toBe('port -8080-+80+');
});

test('Han characters are compared one by one, beside Latin words', () => {
	expect(shown('映像檔由多層組成', '映像檔由唯讀層組成')).toBe('映像檔由-多-+唯讀+層組成');
	expect(shown('用docker跑', '用podman跑')).toBe('用-docker-+podman+跑');
});

test('a text that came or went as a whole', () => {
	expect(textDifference('', 'all')).toEqual([{ kind: 'added', text: 'all' }]);
	expect(textDifference('all', '')).toEqual([{ kind: 'removed', text: 'all' }]);
	expect(textDifference('', '')).toEqual([]);
});

test('texts too long to compare are shown one after the other', () => {
	const [before, after] = ['a '.repeat(3_000), 'b '.repeat(3_000)];
	expect(textDifference(before, after)).toEqual([
		{ kind: 'removed', text: before },
		{ kind: 'added', text: after }
	]);
});

test('both texts can be read off, and what is equal is said once', () => {
	const text = fc.string({
		unit: fc.constantFrom('a', 'b', ' ', '層', '檔', '\n', '.', '𠮷'),
		maxLength: 40
	});
	fc.assert(
		fc.property(text, text, (before, after) => {
			const parts = textDifference(before, after);
			const without = (kind: string) =>
				parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
			expect(without('added')).toBe(before);
			expect(without('removed')).toBe(after);
			expect(textDifference(before, before).every(({ kind }) => kind === 'same')).toBe(true);
		})
	);
});
