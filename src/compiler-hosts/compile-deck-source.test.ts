import { describe, expect, test } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { compileDeckSource, newSourceCache } from './compile-deck-source.ts';

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const question = (thing: string) => `- Q: What is the ${thing}?\n\n  - A part of the harbour.\n`;
const source = (...files: readonly ReturnType<typeof file>[]) => ({
	id: 'test' as DeckId,
	folder: '.',
	files,
	lockPath: 'test.lock.json'
});

describe('compiling a deck on disk', () => {
	test('a file that takes longer than it may is stopped, named and left out; the others compile', async () => {
		const slow = Array.from({ length: 20_000 }, (_, at) => question(`berth ${at}`)).join('\n');
		const { deck, diagnostics } = await compileDeckSource(
			source(file('a.md', question('mole')), file('slow.md', slow), file('z.md', question('quay'))),
			// No machine reads a megabyte in a millisecond.
			{ budgetMs: (bytes) => (bytes > 10_000 ? 1 : 60_000) }
		);
		expect(diagnostics).toMatchObject([
			{ code: 'too-slow', severity: 'error', source: { file: 'slow.md', line: 1 } }
		]);
		expect(diagnostics[0]?.message).toContain('0 s');
		expect(deck.notes.map((note) => note.file)).toEqual(['a.md', 'z.md']);
	});

	test('is tried again when it is compiled again', async () => {
		const cache = newSourceCache();
		const notes = source(file('a.md', question('mole')));
		const first = await compileDeckSource(notes, { cache, budgetMs: () => 60_000 });
		expect(first.diagnostics).toEqual([]);
		expect((await compileDeckSource(notes, { cache, budgetMs: () => 60_000 })).stats).toEqual(first.stats);
	});
});
