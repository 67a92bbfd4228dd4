import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderNote } from '#compiler/render-note.ts';
import { findInNote, foldEach, noteTexts, textOf } from './find-in-note.ts';
import { outlineOf, sectionsAround, sectionTitled } from './note-outline.ts';

const markdown = `# Harbour

Mooring at ＱＵＡＹ 3 & quay 4.

- <details>
  <summary>Lines at the quay</summary>

  - Ｑ：Which \`quay\`?

  </details>
`;
const render = (text: string) =>
	renderNote({ path: 'a.md', text }, { lang: 'en', images: new Map(), renderMath: undefined });
const outline = outlineOf(render(markdown), 'Harbour');

it('finds words in text and titles in the order of the note, whatever their case and width', () => {
	const texts = noteTexts(outline);
	expect(findInNote(texts, ' Quay').map(({ where, index }) => `${where} ${index}`)).toEqual([
		'piece 0',
		'piece 0',
		'title 0',
		'piece 1'
	]);
	expect(findInNote(texts, 'quay 3 &')).toMatchObject([{ where: 'piece', index: 0, from: 11, to: 19 }]);
	expect(findInNote(texts, 'ｑ：which')).toHaveLength(1);
	expect(findInNote(texts, '  ')).toEqual([]);
});

it('folding keeps every character in its place', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(foldEach(text)).toHaveLength(text.length);
			expect(foldEach(foldEach(text))).toBe(foldEach(text));
		}),
		{ seed: 20261124 }
	);
	expect(foldEach('İＡ　b')).toBe('İa b');
});

it('what is written in a note is what is searched', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z<>&"' 中文（）]{1,30}$/), (words) => {
			const { parts } = render(`\`\`\`\nx${words}\n\`\`\``);
			expect(parts.map((part) => (part.kind === 'text' ? textOf(part.html) : ''))).toEqual([`x${words}`]);
		}),
		{ seed: 20261124 }
	);
});

it('a lone heading that is the title of the note is not said twice', () => {
	expect(outline.sections.map(({ titleText, parent }) => [titleText, parent])).toEqual([
		['Lines at the quay', -1]
	]);
	expect(outlineOf(render(markdown), 'Other').sections.map(({ titleText }) => titleText)).toEqual([
		'Harbour',
		'Lines at the quay'
	]);
});

it('sections are found by their titles, those unknown passed over', () => {
	const { sections } = outlineOf(render('# A\n\n## B\n\n### C\n\n## C\n'), '');
	const titles = (index: number) => sectionsAround(sections, index).map(({ titleText }) => titleText);
	expect(titles(sectionTitled(sections, ['A', 'C']))).toEqual(['A', 'C']);
	expect(titles(sectionTitled(sections, ['Note', 'A', 'B', 'C', 'label']))).toEqual(['A', 'B', 'C']);
	expect(sectionTitled(sections, ['none'])).toBe(-1);
});
