import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalisedUnits, normaliseText } from './normalise-text.ts';

const pieces = [
	'ADD',
	'vs',
	'VS.',
	' ',
	'\n',
	'\r\n',
	'- ',
	'* ',
	'1. ',
	'１２）　',
	'123456789) ',
	'1234567890. ',
	'ＣＯＰＹ',
	'映像檔',
	'、「」',
	'：',
	'？',
	'。',
	'!',
	'...',
	'é',
	'ﬁ',
	'\u200b',
	'\u00a0',
	'\u3000',
	'🐳'
];
const text = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })))
	.map((all) => all.join(''));

test('Width, case, blanks, list marks and end marks do not count', () => {
	expect(normaliseText('`ADD` VS. ＣＯＰＹ？')).toBe('`add`vscopy');
	expect(normaliseText('- one\n2) ＴＷＯ。')).toBe('onetwo');
});

test('The units are those of the normalised text, whichever way they were made', () => {
	fc.assert(
		fc.property(text, (given) => {
			expect(String.fromCharCode(...normalisedUnits(given))).toBe(normaliseText(given));
		}),
		{ numRuns: 2_000 }
	);
});

test('Every character by itself is folded as the long way folds it', () => {
	for (let unit = 0; unit <= 0xffff; unit++) {
		const given = `a${String.fromCharCode(unit)}b`;
		if (String.fromCharCode(...normalisedUnits(given)) !== normaliseText(given))
			expect.fail(`differs for U+${unit.toString(16)}`);
	}
});
