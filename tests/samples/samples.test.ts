import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMath } from '#compiler/4-emit/render-math.ts';
import { compileNotes } from '#compiler/compile-notes.ts';
import type { DeckId } from '#deck/ids.ts';

/**
 * Each folder is a note as people write them, with what the compiler makes of it. `UPDATE_SAMPLES=1 npx vitest run
 * tests/samples` writes the results again; read the difference before you keep it.
 */
const folder = import.meta.dirname;
const samples = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe.each(samples)('sample %s', (name) => {
	const compilation = compileNotes([{ path: 'note.md', text: readFileSync(join(folder, name, 'note.md'), 'utf8') }], {
		deck: { id: name as DeckId },
		renderMath
	});

	it('gives the cards and open points that deck.json lists', () => {
		expectFile(join(folder, name, 'deck.json'), deckOf(compilation));
	});

	it('reports what diagnostics.json lists', () => {
		const lines = compilation.diagnostics.map(({ code, source, message }) => `${source.line}: ${code}: ${message}`);
		expectFile(join(folder, name, 'diagnostics.json'), lines);
	});
});

function expectFile(path: string, actual: unknown): void {
	const text = `${JSON.stringify(actual, null, '\t')}\n`;
	if (process.env.UPDATE_SAMPLES === '1' || !existsSync(path)) writeFileSync(path, text);
	expect(text).toBe(readFileSync(path, 'utf8'));
}

/** What a person would check: kinds, fronts, backs, where they stand. */
function deckOf({ deck, verdicts }: ReturnType<typeof compileNotes>) {
	const [note] = deck.notes;
	return {
		title: deck.title,
		lang: deck.lang,
		cards: (note?.cards ?? []).map(({ kind, path, frontText, backText, source, parts, tags }) => ({
			line: source.line,
			kind,
			path: path.join(' > '),
			front: frontText,
			back: backText,
			...(tags.length > 0 && { tags }),
			...(parts !== undefined && { parts })
		})),
		open: (note?.openQuestions ?? []).map(({ source, text, reason }) => `${source.line}: ${reason}: ${text}`),
		verdicts: countBy(verdicts.map(({ verdict, reason }) => `${verdict}: ${reason}`))
	};
}

function countBy(names: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}
