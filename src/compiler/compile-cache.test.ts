import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Identities } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import { newCompileCache } from './compile-cache.ts';
import { compileNotes } from './compile-notes.ts';
import type { NoteFile } from './compilation.ts';

const deck = { id: 'test' as DeckId };

/** Few words, so that questions and answers meet again in other notes. */
const word = fc.constantFrom('anchor', 'rope', '繫泊', 'buoy');
const block = fc.oneof(
	fc.tuple(word, word, word).map(([q, a, b]) => `Q: What is a ${q}?\n\nA: The ${a} of the ${b}.\n`),
	fc
		.tuple(word, word)
		.map(([q, a]) => `- <details><summary>${q}</summary>\n\n  - keeps the ${a} in place\n\n  </details>\n`),
	word.map((q) => `- TODO: what does the ${q} do?\n`),
	fc
		.tuple(word, word, fc.integer({ min: 1, max: 3 }))
		.map(([q, a, id]) => `Q: Why a ${q}?\nA: For the ${a}.\n<!--ID: ${id}-->\n`)
);
const noteText = fc.array(block, { maxLength: 4 }).map((blocks) => `# Harbour\n\n${blocks.join('\n')}`);
const versions = fc.array(fc.array(noteText, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 });

const filesOf = (texts: readonly string[]): NoteFile[] =>
	texts.map((text, at) => ({ path: `note-${at}.md`, text }));

/** The same ids in the same order, so that two runs can be compared; not sorted as they are minted. */
function newMint(): () => CardId {
	let count = 0;
	return () => ((count++ * 7919) % 100_003).toString().padStart(6, '0') as CardId;
}

test.each([
	['with ids that follow from the content', false],
	['with minted ids and a lockfile', true]
])('compiling again with a cache is compiling from scratch, %s', (_, isLocked) => {
	fc.assert(
		fc.property(versions, (history) => {
			const cache = newCompileCache();
			const [mint, scratchMint] = [newMint(), newMint()];
			let known: Identities | undefined;
			let scratchKnown: Identities | undefined;
			for (const texts of history) {
				const files = filesOf(texts);
				const again = compileNotes(files, { deck, cache, ...lock(isLocked, known, mint) });
				const scratch = compileNotes(files, { deck, ...lock(isLocked, scratchKnown, scratchMint) });
				expect(again).toEqual(scratch);
				known = again.identities;
				scratchKnown = JSON.parse(JSON.stringify(scratch.identities)) as Identities;
			}
		}),
		{ numRuns: 30 }
	);
});

const lock = (isLocked: boolean, identities: Identities | undefined, mintCardId: () => CardId) =>
	isLocked ? { mintCardId, ...(identities && { identities }) } : {};

test('what did not change is handed out as it was', () => {
	const files = filesOf(['Q: What is a rope?\n\nA: A line.\n', 'Q: What is a buoy?\n\nA: A float.\n']);
	const cache = newCompileCache();
	const mintCardId = newMint();
	const first = compileNotes(files, { deck, cache, mintCardId });
	const edited = files.map((file, at) => (at === 1 ? { ...file, text: `${file.text}\nMore.\n` } : file));
	const second = compileNotes(edited, { deck, cache, mintCardId, identities: first.identities });
	expect(second.deck.notes[0]).toBe(first.deck.notes[0]);
	expect(second.deck.notes[1]).not.toBe(first.deck.notes[1]);
});
