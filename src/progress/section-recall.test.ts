import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NoteId } from '#deck/ids.ts';
import { exampleRecord } from '#scheduler/example-record.ts';
import { buildNoteRecall, sectionAt, type OutlineLines } from './build-note-recall.ts';
import { SectionGatherer, type SectionNode } from './gather-sections.ts';
import {
	cardRecall,
	isMastered,
	meanRecall,
	noCards,
	tintOf,
	withCard,
	type CardRecall
} from './recall-counts.ts';

const recalls: fc.Arbitrary<CardRecall> = fc
	.record({
		state: fc.constantFrom('new' as const, 'learning' as const, 'review' as const),
		isSuspended: fc.boolean(),
		isDue: fc.boolean(),
		recall: fc.double({ min: 0, max: 1, noNaN: true })
	})
	.map(({ state, isSuspended, isDue, recall }) => ({
		state,
		isSuspended,
		isDue: isDue && state === 'review' && !isSuspended,
		recall: state === 'new' ? null : recall
	}));

/** The same numbers, each counted by itself. */
function naive(cards: readonly CardRecall[]) {
	const active = cards.filter(({ isSuspended }) => !isSuspended);
	const seen = active.filter(({ recall }) => recall !== null);
	return {
		cards: cards.length,
		suspended: cards.length - active.length,
		new: active.filter(({ state }) => state === 'new').length,
		learning: active.filter(({ state }) => state === 'learning').length,
		due: active.filter(({ isDue }) => isDue).length,
		seen: seen.length,
		recallSum: expect.closeTo(
			seen.reduce((sum, { recall }) => sum + (recall ?? 0), 0),
			9
		) as number
	};
}

/** Sections laid out by nested ranges of lines, with text before, between and behind them. */
interface Tree {
	readonly before: number;
	readonly inside: readonly Tree[];
	readonly after: number;
}
const treeOf = (depth: number): fc.Arbitrary<Tree> =>
	fc.record({
		before: fc.nat(3),
		inside: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 }),
		after: fc.nat(3)
	});
const tree = treeOf(3);

function outlineOf(trees: readonly Tree[]): { sections: OutlineLines[]; lines: number } {
	const sections: { line: number; endLine: number; parent: number }[] = [];
	let line = 1;
	const lay = (of: readonly Tree[], parent: number) => {
		for (const { before, inside, after } of of) {
			line += before;
			const section = { line, endLine: line, parent };
			const index = sections.push(section) - 1;
			line += 1;
			lay(inside, index);
			line += after;
			section.endLine = line - 1;
		}
	};
	lay(trees, -1);
	return { sections, lines: line + 3 };
}

it('each section counts the cards between its first and last line, however deep they stand', () => {
	fc.assert(
		fc.property(
			fc.array(tree, { maxLength: 4 }),
			fc.array(fc.tuple(recalls, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 40 }),
			(trees, drawn) => {
				const { sections, lines } = outlineOf(trees);
				const cards = drawn.map(([card, place]) => ({ ...card, line: 1 + Math.floor(place * (lines - 1)) }));
				const recall = buildNoteRecall(sections, cards);
				expect(recall.whole).toEqual(naive(cards));
				sections.forEach(({ line, endLine }, index) =>
					expect(recall.sections[index]).toEqual(
						naive(cards.filter((card) => card.line >= line && card.line <= endLine))
					)
				);
			}
		),
		{ seed: 20261124 }
	);
});

it('a line stands in the innermost section around it', () => {
	fc.assert(
		fc.property(fc.array(tree, { maxLength: 4 }), (trees) => {
			const { sections, lines } = outlineOf(trees);
			for (let line = 0; line <= lines; line++)
				expect(sectionAt(sections, line)).toBe(
					sections.findLastIndex((section) => section.line <= line && line <= section.endLine)
				);
		}),
		{ seed: 20261124 }
	);
});

it('a deck as a tree: every section adds up to what it and its sections hold, and all to the deck', () => {
	const card = fc.record({
		noteId: fc.constantFrom('d/a.md' as NoteId, 'd/b.md' as NoteId),
		path: fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 4 }),
		line: fc.integer({ min: 1, max: 500 }),
		recall: recalls
	});
	fc.assert(
		fc.property(fc.array(card, { maxLength: 60 }), (cards) => {
			const gatherer = new SectionGatherer();
			for (const { noteId, path, line, recall } of cards)
				gatherer.add({ noteId, path, source: { file: '', line, endLine: line } }, recall);
			const notes = gatherer.notes();
			expect([...notes.keys()].sort()).toEqual([...new Set(cards.map(({ noteId }) => noteId))].sort());
			for (const [noteId, root] of notes) {
				const ofNote = cards.filter((one) => one.noteId === noteId);
				const check = (node: SectionNode, path: readonly string[]) => {
					const inside = ofNote.filter((one) => path.every((title, depth) => one.path[depth] === title));
					expect(node.counts).toEqual(naive(inside.map(({ recall }) => recall)));
					expect(node.line).toBe(Math.min(...inside.map(({ line }) => line)));
					const titles = inside.flatMap((one) => one.path[path.length] ?? []);
					expect(node.sections.map(({ title }) => title).sort()).toEqual([...new Set(titles)].sort());
					const lines = node.sections.map(({ line }) => line);
					expect(lines).toEqual(lines.toSorted((a, b) => a - b));
					for (const section of node.sections) check(section, [...path, section.title]);
				};
				check(root, []);
			}
		}),
		{ seed: 20261124 }
	);
});

it('the mean lies between the coldest and the best known card, and the tint in its range', () => {
	fc.assert(
		fc.property(fc.array(recalls, { minLength: 1, maxLength: 30 }), (cards) => {
			const counts = cards.reduce(withCard, noCards);
			const seen = cards.flatMap(({ isSuspended, recall }) => (isSuspended ? [] : (recall ?? [])));
			const mean = meanRecall(counts);
			if (mean === null) {
				expect(seen).toEqual([]);
				expect(tintOf(counts)).toBeNull();
				expect(isMastered(counts)).toBe(false);
				return;
			}
			expect(mean).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-9);
			expect(mean).toBeLessThanOrEqual(Math.max(...seen) + 1e-9);
			const [from, to] = [
				[0, 0.5],
				[0.5, 0.7],
				[0.7, 0.8],
				[0.8, 0.9],
				[0.9, 1.001]
			][tintOf(counts) ?? -1] as [number, number];
			expect(mean).toBeGreaterThanOrEqual(from);
			expect(mean).toBeLessThan(to);
		}),
		{ seed: 20261124 }
	);
});

it('mastered needs every card seen, none in learning, and nine in ten recalled', () => {
	const known: CardRecall = { state: 'review', isSuspended: false, isDue: false, recall: 0.95 };
	const masters = (...cards: CardRecall[]) => isMastered(cards.reduce(withCard, noCards));
	expect(masters()).toBe(false);
	expect(masters(known, known)).toBe(true);
	expect(masters(known, { ...known, recall: 0.84 })).toBe(false);
	expect(masters(known, { ...known, state: 'learning' })).toBe(false);
	expect(masters(known, { ...known, state: 'new', recall: null })).toBe(false);
	// What is suspended is not asked, so it says nothing.
	expect(masters(known, { ...known, state: 'new', recall: null, isSuspended: true })).toBe(true);
});

it('reads a record: due by study day, hidden while buried, recall at this instant', () => {
	const scheduler = { retrievability: (_record: unknown, at: number) => at / 1_000 };
	const moment = { at: 800, day: 100, nextDayAt: 1_000 };
	expect(cardRecall(undefined, scheduler, moment)).toEqual({
		state: 'new',
		isSuspended: false,
		isDue: false,
		recall: null
	});
	const due = exampleRecord('c', { lastReviewDay: 90, intervalDays: 10 });
	expect(cardRecall(due, scheduler, moment)).toEqual({
		state: 'review',
		isSuspended: false,
		isDue: true,
		recall: 0.8
	});
	expect(
		cardRecall(exampleRecord('c', { lastReviewDay: 90, intervalDays: 11 }), scheduler, moment).isDue
	).toBe(false);
	expect(cardRecall({ ...due, buriedUntilDay: 101 }, scheduler, moment).isDue).toBe(false);
	expect(cardRecall({ ...due, isSuspended: true }, scheduler, moment)).toMatchObject({
		isDue: false,
		isSuspended: true
	});
});
