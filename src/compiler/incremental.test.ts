import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Identities } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import { newCompileCache, type CompileCache } from './compile-cache.ts';
import type { Compilation, NoteFile } from './compilation.ts';
import { compileNotes } from './compile-notes.ts';

const deck = { id: 'test' as DeckId };

/** Compiles as the app does: random ids, the last compile's identities handed on; with a cache or each time anew. */
function compiler(cache?: CompileCache) {
	let minted = 0;
	let identities: Identities | undefined;
	return (files: readonly NoteFile[]): Compilation => {
		const compilation = compileNotes(files, {
			deck,
			mintCardId: () => `id-${minted++}` as CardId,
			...(identities && { identities }),
			...(cache && { cache })
		});
		identities = compilation.identities;
		return compilation;
	};
}

const codesOf = ({ diagnostics }: Compilation) => diagnostics.map(({ code }) => code);
const cardsOf = ({ deck: { notes } }: Compilation) => notes.flatMap(({ cards }) => cards);

/** A question with its answer, each of its own words, so that no two cards are alike. */
interface Block {
	readonly question: string;
	readonly answer: string;
}
const things = ['anchor', 'buoy', 'capstan', 'dock', 'ebb', 'fender', 'gangway', 'hawser', '潮差', '繫纜'];
const block = fc.record({
	question: fc.constantFrom(...things).map((thing) => `What is the ${thing} for?`),
	answer: fc
		.tuple(fc.constantFrom(...things), fc.nat({ max: 999 }))
		.map(([thing, number]) => `It belongs to the ${thing} of pier ${number}, where it is kept at night.`)
});
const note = fc.record({
	title: fc.constantFrom('Harbour', 'Pier', '碼頭'),
	blocks: fc.uniqueArray(block, { maxLength: 6, selector: ({ question }) => question })
});
type Note = { readonly title: string; readonly blocks: readonly Block[] };

const textOf = ({ title, blocks }: Note): string =>
	[`# ${title}`, ...blocks.map(({ question, answer }) => `- Q: ${question}\n\n  - ${answer}`)].join('\n\n');
const filesOf = (notes: readonly Note[]): NoteFile[] =>
	notes.map((one, index) => ({ path: `note-${index}.md`, text: textOf(one) }));

test('a compile with a cache gives what one from scratch gives, edit after edit', () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(note, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
			(versions) => {
				const cached = compiler(newCompileCache());
				const fresh = compiler();
				for (const notes of versions) expect(cached(filesOf(notes))).toEqual(fresh(filesOf(notes)));
			}
		),
		{ numRuns: 150, seed: 20261124 }
	);
});

test('a file that did not change is not compiled again, whatever map its pictures come in', () => {
	const cache = newCompileCache();
	const files = [
		{ path: 'a.md', text: '- Q: a?\n\n  - b' },
		{ path: 'b.md', text: '- Q: c?\n\n  ![picture](c.png)' }
	];
	const compile = () => compileNotes(files, { deck, cache, images: new Map() });
	compile();
	const notes = [...cache.notes.values()].map(({ note: compiled }) => compiled);
	compile();
	[...cache.notes.values()].forEach(({ note: compiled }, index) => expect(compiled).toBe(notes[index]));
});

describe('edits at random', () => {
	type Edit = (notes: readonly Note[], pick: (count: number) => number) => readonly Note[];
	const replace = (notes: readonly Note[], at: number, change: (note: Note) => Note): readonly Note[] =>
		notes.map((one, index) => (index === at ? change(one) : one));
	/** Each changes no question and no answer. */
	const edits: Readonly<Record<string, Edit>> = {
		'rename a heading': (notes, pick) =>
			replace(notes, pick(notes.length), (one) => ({ ...one, title: `${one.title} II` })),
		'swap two bullets': (notes, pick) =>
			replace(notes, pick(notes.length), ({ title, blocks }) => ({
				title,
				blocks: blocks.toSorted((a, b) => (a.answer < b.answer ? 1 : -1))
			})),
		'move a block to another note': (notes, pick) => {
			const from = pick(notes.length);
			const to = pick(notes.length);
			const moved = notes[from]?.blocks[0];
			if (moved === undefined || from === to) return notes;
			return notes.map((one, index) => {
				if (index === from) return { ...one, blocks: one.blocks.slice(1) };
				return index === to ? { ...one, blocks: [moved, ...one.blocks] } : one;
			});
		},
		'put a block before others': (notes, pick) =>
			replace(notes, pick(notes.length), ({ title, blocks }) => ({
				title,
				blocks: [{ question: `What is new ${pick(1e6)}?`, answer: `Number ${pick(1e6)} is new.` }, ...blocks]
			}))
	};
	const step = fc.record({ edit: fc.constantFrom(...Object.keys(edits)), seed: fc.nat() });

	test('every card whose question and answer stand in the notes keeps its id', () => {
		fc.assert(
			fc.property(
				fc.array(note, { minLength: 2, maxLength: 4 }),
				fc.array(step, { maxLength: 8 }),
				(start, steps) => {
					// The same question with the same answer twice is one card to any reader: left out here.
					fc.pre(areDistinct(start));
					const compile = compiler(newCompileCache());
					let notes: readonly Note[] = start;
					let ids = idsByText(compile(filesOf(notes)));
					for (const { edit, seed } of steps) {
						let state = seed;
						const pick = (count: number) =>
							(state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % count;
						notes = edits[edit]?.(notes, pick) ?? notes;
						const next = idsByText(compile(filesOf(notes)));
						for (const [text, id] of ids) expect([text, next.get(text)]).toEqual([text, id]);
						ids = next;
					}
				}
			),
			{ numRuns: 200, seed: 20261124 }
		);
	});

	test('a card whose answer was changed in its place keeps its id', () => {
		fc.assert(
			fc.property(
				fc.array(note, { minLength: 1, maxLength: 3 }),
				fc.nat(),
				fc.nat(),
				(notes, noteAt, blockAt) => {
					fc.pre(areDistinct(notes));
					const compile = compiler(newCompileCache());
					const before = compile(filesOf(notes));
					const at = noteAt % notes.length;
					const edited = replace(notes, at, (one) => ({
						...one,
						blocks: one.blocks.map((old, index) =>
							index === blockAt % one.blocks.length ? { ...old, answer: 'Something else entirely.' } : old
						)
					}));
					const after = compile(filesOf(edited));
					expect(
						cardsOf(after)
							.map(({ id }) => id)
							.sort()
					).toEqual(
						cardsOf(before)
							.map(({ id }) => id)
							.sort()
					);
					expect(codesOf(after)).not.toContain('orphan');
				}
			),
			{ numRuns: 150, seed: 20261124 }
		);
	});

	function areDistinct(notes: readonly Note[]): boolean {
		const texts = notes.flatMap(({ blocks }) => blocks.map(({ question, answer }) => question + answer));
		return new Set(texts).size === texts.length;
	}
	const idsByText = (compilation: Compilation) =>
		new Map(
			cardsOf(compilation).map((card) => [`${card.frontText}\n${card.backText}`.replace(/^.*›/, ''), card.id])
		);
});

describe('what became of cards', () => {
	const harbour = (blocks: readonly string[]) => [
		{ path: 'harbour.md', text: `# Harbour\n\n${blocks.join('\n\n')}` }
	];
	const anchor =
		'- Q: What holds a ship?\n\n  - The anchor, a heavy iron thing on a long chain that grips the ground.';
	const tide = '- Q: What lifts a ship?\n\n  - The tide.';

	test('orphan: said once, when the card leaves the notes; it returns with its text', () => {
		const compile = compiler();
		const [first] = cardsOf(compile(harbour([anchor, tide])));
		const without = compile(harbour([tide]));
		expect(without.diagnostics.filter(({ code }) => code === 'orphan')).toMatchObject([
			{
				severity: 'info',
				source: { file: 'harbour.md' },
				message: expect.stringContaining('What holds a ship?') as string
			}
		]);
		expect(without.identities.rows.find(({ id }) => id === first?.id)?.state).toBe('orphan');
		expect(codesOf(compile(harbour([tide])))).not.toContain('orphan');
		const again = compile(harbour([tide, anchor]));
		expect(cardsOf(again).map(({ id }) => id)).toContain(first?.id);
	});

	test('rebound: a card that was moved and edited is known again, and that is said', () => {
		const compile = compiler();
		const [first] = cardsOf(compile(harbour([anchor, tide])));
		const moved = compile([
			...harbour([tide]),
			{ path: 'ships.md', text: `# Ships\n\n${anchor.replace('heavy', 'very heavy')}` }
		]);
		expect(moved.diagnostics.filter(({ code }) => code === 'rebound')).toMatchObject([
			{
				source: { file: 'ships.md', line: 3 },
				message: expect.stringContaining('What holds a ship?') as string
			}
		]);
		expect(cardsOf(moved).map(({ id }) => id)).toContain(first?.id);
	});

	test('dup-card: names the place of the first', () => {
		const twice = compiler()([...harbour([tide]), { path: 'sea.md', text: `# Harbour\n\n${tide}` }]);
		expect(twice.diagnostics.filter(({ code }) => code === 'dup-card')).toMatchObject([
			{ source: { file: 'sea.md', line: 3 }, message: expect.stringContaining('harbour.md:3') as string }
		]);
		const other = compiler()(harbour([tide, '- Q: What lifts a crate?\n\n  - The tide.']));
		expect(codesOf(other)).not.toContain('dup-card');
	});
});
