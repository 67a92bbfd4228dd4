import { expect, test } from 'vitest';
import type { Library } from './library.ts';
import { deckId, ids, openWith, type Open } from './library-under-test.ts';
import { sampleDeck } from './sample-decks.ts';
import { eventMaker } from './sample-events.ts';

/** `a1:text` is the card a1 with another answer. */
export function testFormerTexts(open: Open) {
	test('a reviewed card whose text changes keeps what it said before, and when that was', async () => {
		const library = await openWith(open, { 'a.md': ['a1:one', 'a2:one', 'a3:same'] });
		const { review } = eventMaker();
		const answered = review('a1');
		await library.record([answered, review('a3')]);
		await change(library, { 'a.md': ['a1:two', 'a2:two', 'a3:same'] }, answered.at + 1);
		expect(await formers(library, 'a1', 'a2', 'a3')).toEqual([
			{ frontText: 'What is a1?', backText: 'one', changedAt: answered.at + 1 },
			undefined,
			undefined
		]);
		const [summary] = await library.notes(deckId('d'));
		const note = summary && (await library.note(summary.id));
		expect(note?.cards[0]?.former?.backText).toBe('one');
	});

	test('the text kept is the one that was last answered', async () => {
		const library = await openWith(open, { 'a.md': ['a1:one'] });
		const { review } = eventMaker();
		const first = review('a1');
		await library.record([first]);
		await change(library, { 'a.md': ['a1:two'] }, first.at + 1);
		await change(library, { 'a.md': ['a1:three'] }, first.at + 2);
		expect(await formers(library, 'a1')).toMatchObject([{ backText: 'one', changedAt: first.at + 2 }]);
		const second = review('a1');
		await library.record([second]);
		await change(library, { 'a.md': ['a1:four'] }, second.at + 1);
		expect(await formers(library, 'a1')).toMatchObject([{ backText: 'three', changedAt: second.at + 1 }]);
		await change(library, { 'a.md': ['a1:three'] }, second.at + 2);
		expect(await formers(library, 'a1')).toEqual([undefined]);
	});

	test('a former text moves with its card, and outlives changes of other cards', async () => {
		const library = await openWith(open, { 'a.md': ['a1:one', 'a2'], 'b.md': ['b1'] });
		const review = eventMaker().review('a1');
		await library.record([review]);
		await change(library, { 'a.md': ['a1:two', 'a2'], 'b.md': ['b1'] }, review.at + 1);
		await change(library, { 'a.md': ['a2:other'], 'b.md': ['b1', 'a1:two'] }, review.at + 2);
		expect(await formers(library, 'a1')).toMatchObject([{ backText: 'one', changedAt: review.at + 1 }]);
	});

	test('a deck that brings a former text keeps it, and coming again unchanged is no change', async () => {
		const library = await open();
		const former = { frontText: 'Before?', backText: 'one', changedAt: 7 };
		const deck = sampleDeck('d', { 'a.md': ['a1:two'] });
		const restored = {
			...deck,
			notes: deck.notes.map((note) => ({ ...note, cards: note.cards.map((card) => ({ ...card, former })) }))
		};
		await library.installDeck(restored, { origin: 'imported' });
		expect(await formers(library, 'a1')).toEqual([former]);
		const report = await library.installDeck(deck, { origin: 'imported', changedAt: 9 });
		expect(report).toMatchObject({ added: 0, changed: 0, removed: 0 });
		expect(await formers(library, 'a1')).toEqual([former]);
	});
}

const change = (library: Library, cards: Readonly<Record<string, readonly string[]>>, changedAt: number) =>
	library.installDeck(sampleDeck('d', cards), { origin: 'imported', changedAt });

const formers = async (library: Library, ...cardIds: string[]) =>
	(await library.cards(ids(...cardIds))).map((card) => card?.former);
