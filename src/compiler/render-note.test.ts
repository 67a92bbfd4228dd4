import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AssetHash, DeckId } from '#deck/ids.ts';
import type { Asset } from '#deck/deck.ts';
import { compileNotes } from './compile-notes.ts';
import { renderNote, type NotePart } from './render-note.ts';

const hash = 'a'.repeat(64) as AssetHash;
const render = (text: string, images: readonly string[] = []) =>
	renderNote(
		{ path: 'folder/a.md', text },
		{ lang: 'en', images: new Map(images.map((address) => [address, { hash }])), renderMath: undefined }
	);

/** Titles and text, each with its lines, as deep as they stand. */
const shape = (parts: readonly NotePart[]): unknown =>
	parts.map((part) =>
		part.kind === 'text'
			? `${part.line}-${part.endLine}`
			: [`${part.kind} ${part.titleText} ${part.line}-${part.endLine}`, shape(part.parts)]
	);

it('is cut into its headings and details, wherever these stand in lists', () => {
	const note = `---
title: T
---
before

# A

- plain
- <details>
  <summary>B</summary>

  1. one

     <details><summary>C</summary>deep</details>
  2. two
  3. three

  </details>
- last

## D
`;
	expect(shape(render(note).parts)).toEqual([
		'4-4',
		[
			'heading A 6-21',
			[
				'8-8',
				['details B 9-18', ['12-12', ['details C 14-14', ['14-14']], '15-16']],
				'19-19',
				['heading D 21-21', []]
			]
		]
	]);
	const html = JSON.stringify(render(note).parts);
	expect(html).toContain(`<ol start=\\"2\\"><li data-line=\\"15\\">two`);
});

it('shows what no card shows: tasks, questions without an answer, pictures that are missing or are in no card', () => {
	const note = `TODO: look this up

- <mark>TODO:Q</mark> why?

![in no card](img/a.png) ![gone](../b.png)

> <details><summary>in a quote</summary>folded</details>

$x$
`;
	const { parts, hasMath } = render(note, ['folder/img/a.png']);
	const html = parts.map((part) => (part.kind === 'text' ? part.html : '')).join('');
	expect(html).toContain('TODO: look this up');
	expect(html).toContain('why?');
	expect(html).toContain(`<img data-asset="${hash}" alt="in no card">`);
	expect(html).toContain('<span class="missing-image">Picture not stored: gone (../b.png)</span>');
	expect(html).toContain('<details data-line="7"><summary>in a quote</summary>');
	expect(hasMath).toBe(true);
});

it('a picture that stands in no card is kept with the note, and one that is not at hand is asked for', () => {
	const files = [{ path: 'folder/a.md', text: '![only](img/a.png)\n\n![other](c.png)\n' }];
	const asset: Asset = { hash, type: 'image/png', bytes: new Uint8Array() };
	const { deck, assets, missingImages } = compileNotes(files, {
		deck: { id: 'd' as DeckId },
		images: new Map([['folder/img/a.png', asset]])
	});
	expect(deck.notes[0]?.images).toEqual({ 'folder/img/a.png': hash });
	expect(assets).toEqual([asset]);
	expect(missingImages).toEqual([{ address: 'folder/c.png', isRemote: false }]);
});

describe.each(['docker.zh-Hant', 'docker.en'])('%s', (deck) => {
	const folder = join('decks', deck);
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.md'))
		.map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));

	it('every card and open question stands in a part of its note, and parts follow each other', () => {
		const { notes } = compileNotes(files, { deck: { id: deck as DeckId } }).deck;
		for (const note of notes) {
			const { parts } = render(note.markdown);
			const places = flatten(parts);
			expect(places.map(({ line }) => line)).toEqual(
				places.map(({ line }) => line).toSorted((a, b) => a - b)
			);
			for (const { source } of [...note.cards, ...note.openQuestions])
				expect(
					places.some(({ line, endLine }) => line <= source.line && source.line <= endLine),
					`${note.file}:${source.line}`
				).toBe(true);
		}
	});
});

const flatten = (parts: readonly NotePart[]): readonly NotePart[] =>
	parts.flatMap((part) => (part.kind === 'text' ? [part] : [part, ...flatten(part.parts)]));
