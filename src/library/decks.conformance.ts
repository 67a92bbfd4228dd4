import { expect, test } from 'vitest';
import type { AssetHash, CardId, NoteId } from '#deck/ids.ts';
import { LibraryError } from './library.ts';
import {
	type Open,
	deckId,
	ids,
	imported,
	openWith,
	unseenIds,
	dueIds,
	counts,
	expectSound
} from './library-under-test.ts';
import { sampleDeck, samplePicture } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

export function testDecks(open: Open) {
	test('lists decks in the order of installation, with their counts', async () => {
		const library = await open();
		expect(await library.decks()).toEqual([]);
		await library.installDeck(sampleDeck('z', { 'a.md': ['a1', 'a2'], 'b.md': ['b1'] }), imported);
		await library.installDeck(
			{ ...sampleDeck('a', { 'c.md': [] }), description: 'empty' },
			{ origin: 'shipped' }
		);
		expect(await library.decks()).toEqual([
			{
				id: 'z',
				title: 'Deck z',
				lang: 'en',
				description: null,
				version: '{"a.md":["a1","a2"],"b.md":["b1"]}',
				origin: 'imported',
				noteCount: 2,
				cardCount: 3,
				unseenCount: 3,
				openQuestionCount: 2,
				suspendedCount: 0
			},
			expect.objectContaining({ id: 'a', description: 'empty', origin: 'shipped', cardCount: 0 })
		]);
		await expectSound(library);
	});

	test('gives notes and cards back as they came', async () => {
		const cards = { 'a.md': Array.from({ length: 40 }, (_, index) => `a${index}`), 'b.md': ['b1'] };
		const library = await openWith(open, cards);
		const deck = sampleDeck('d', cards);
		expect(await library.note('d/a.md' as NoteId)).toEqual(deck.notes[0]);
		expect(await library.note('d/x.md' as NoteId)).toBeUndefined();
		expect(await library.notes(deckId('d'))).toEqual(
			deck.notes.map(({ id, file, title, lang, openQuestions, ...note }) => ({
				id,
				deckId: 'd',
				file,
				title,
				lang,
				cardIds: note.cards.map((card) => card.id),
				openQuestions
			}))
		);
		const [first, none, last] = await library.cards(ids('b1', 'nowhere', 'a39'));
		expect(first).toEqual(deck.notes[1]?.cards[0]);
		expect(none).toBeUndefined();
		expect(last).toEqual(deck.notes[0]?.cards[39]);
	});

	test('tells where cards are at home', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		expect(await library.refs(ids('none', 'a1'))).toEqual([
			undefined,
			{ cardId: 'a1', noteId: 'd/a.md', deckId: 'd', siblingGroup: 'd/a.md:a' }
		]);
	});

	test('keeps identities, also of a deck that was removed: its cards are known when it returns', async () => {
		const library = await open();
		const identities = { version: 1, rows: [] } as const;
		const deck = sampleDeck('d', { 'a.md': ['a1'] });
		expect(await library.identities(deckId('d'))).toBeUndefined();
		await library.installDeck(deck, { ...imported, identities });
		await library.installDeck(deck, imported);
		expect(await library.identities(deckId('d'))).toEqual(identities);
		await library.removeDeck(deckId('d'));
		expect(await library.identities(deckId('d'))).toEqual(identities);
		await library.eraseEverything();
		expect(await library.identities(deckId('d'))).toBeUndefined();
	});

	test('keeps a picture as long as a deck shows it', async () => {
		const library = await open();
		const cat = samplePicture('cat', 1, 2, 3);
		const withCat = (id: string) => sampleDeck(id, { 'a.md': [`${id}1:see #cat`] });
		await library.installDeck(withCat('d'), { ...imported, assets: [cat] });
		await library.installDeck(withCat('e'), { ...imported, assets: [cat] });
		await library.installDeck(withCat('d'), imported);
		await library.removeDeck(deckId('e'));
		expect(await library.asset('cat' as AssetHash)).toEqual(cat);
		await library.installDeck(sampleDeck('d', { 'a.md': ['d1'] }), imported);
		expect(await library.asset('cat' as AssetHash)).toBeUndefined();
	});

	test('keeps a picture that a note names, though no card of this version shows it', async () => {
		const library = await open();
		const cat = samplePicture('cat', 1, 2, 3);
		const images = { 'https://a.example/cat.png': cat.hash };
		const naming = (cards: readonly string[]) => {
			const deck = sampleDeck('d', { 'a.md': cards });
			return { ...deck, notes: deck.notes.map((note) => ({ ...note, images })) };
		};
		await library.installDeck(naming(['a1:see #cat']), { ...imported, assets: [cat] });
		await library.installDeck(naming(['a1']), imported);
		expect((await library.note('d/a.md' as NoteId))?.images).toEqual(images);
		expect(await library.asset(cat.hash)).toEqual(cat);
		await library.installDeck(sampleDeck('d', { 'a.md': ['a1'] }), imported);
		expect((await library.note('d/a.md' as NoteId))?.images).toBeUndefined();
		expect(await library.asset(cat.hash)).toBeUndefined();
	});

	test('refuses a deck that holds a card twice, and stays as it was', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		const twice = library.installDeck(sampleDeck('d', { 'a.md': ['a1'], 'b.md': ['a1'] }), imported);
		await expect(twice).rejects.toBeInstanceOf(LibraryError);
		expect(await counts(library)).toEqual([[1, 1, 0]]);
	});

	test('lists a card that two decks hold once, in the deck installed first', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'x1'] });
		const { review } = eventMaker();
		await library.installDeck(sampleDeck('e', { 'b.md': ['b1', 'x1', 'b2'] }), imported);
		expect(await unseenIds(library)).toEqual(['a1', 'x1']);
		expect(await unseenIds(library, 'e')).toEqual(['b1', 'b2']);
		await library.record([review('x1')]);
		expect((await library.reviewsDue(sampleDay + 9, 9)).map((due) => due.deckId)).toEqual(['d']);
		await expectSound(library);
		await library.installDeck(sampleDeck('f', { 'f.md': ['x1'] }), imported);
		expect(await unseenIds(library, 'f')).toEqual([]);
		await expectSound(library);
		await library.removeDeck(deckId('f'));
		await library.removeDeck(deckId('d'));
		expect((await library.reviewsDue(sampleDay + 9, 9)).map((due) => due.deckId)).toEqual(['e']);
		expect(await counts(library)).toEqual([[3, 2, 0]]);
		await expectSound(library);
	});
}

export function testUpdates(open: Open) {
	test('installing a version twice changes nothing', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		const report = await library.installDeck(sampleDeck('d', { 'a.md': ['a1'] }), imported);
		expect(report).toEqual({ isUnchanged: true, added: 0, changed: 0, removed: 0 });
	});

	test('reports what a new version brings, changes and takes', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2', 'a3'], 'b.md': ['b1'] });
		const next = sampleDeck('d', { 'a.md': ['a0', 'a1:other', 'a3'], 'c.md': ['c1'] });
		expect(await library.installDeck(next, imported)).toEqual({
			isUnchanged: false,
			added: 2,
			changed: 1,
			removed: 2
		});
		expect(await unseenIds(library)).toEqual(['a0', 'a1', 'a3', 'c1']);
		expect((await library.cards(ids('a1', 'b1'))).map((card) => card?.backText)).toEqual([
			'other',
			undefined
		]);
		expect(await library.note('d/b.md' as NoteId)).toBeUndefined();
		await expectSound(library);
	});

	test('notices what changed beside the cards', async () => {
		const deck = sampleDeck('d', { 'a.md': ['a1'] });
		const library = await open();
		await library.installDeck(deck, imported);
		const notes = deck.notes.map((note) => ({ ...note, markdown: 'new words', openQuestions: [] }));
		const report = await library.installDeck({ ...deck, title: 'Renamed', notes }, imported);
		expect(report).toEqual({ isUnchanged: false, added: 0, changed: 0, removed: 0 });
		expect((await library.note('d/a.md' as NoteId))?.markdown).toBe('new words');
		expect(await library.decks()).toMatchObject([{ title: 'Renamed', openQuestionCount: 0 }]);
	});

	test('unseen cards follow the notes when these move', async () => {
		const library = await openWith(open, { 'a.md': ['a1'], 'b.md': ['b1'] });
		await library.installDeck(sampleDeck('d', { '0.md': ['c1'], 'b.md': ['b1'], 'a.md': ['a1'] }), imported);
		expect(await unseenIds(library)).toEqual(['c1', 'b1', 'a1']);
		expect((await library.notes(deckId('d'))).map(({ file }) => file)).toEqual(['0.md', 'b.md', 'a.md']);
		await expectSound(library);
	});

	test('records follow their cards to other places of the note', async () => {
		const cards = Array.from({ length: 50 }, (_, index) => `a${index}`);
		const library = await openWith(open, { 'a.md': cards });
		const { review, make } = eventMaker();
		await library.record([review('a0'), review('a40', 1), make('suspend', 'a20', {})]);
		const before = await library.records(ids(...cards));
		await library.installDeck(sampleDeck('d', { 'a.md': ['new', ...cards.toReversed()] }), imported);
		expect(await library.records(ids(...cards))).toEqual(before);
		expect(await dueIds(library)).toEqual(['a0']);
		expect(await counts(library)).toEqual([[51, 48, 1]]);
		await expectSound(library);
	});

	test('a card that vanishes keeps its reviews, and is due again when it returns', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2'] });
		const { review } = eventMaker();
		await library.record([review('a1'), review('a2', 1)]);
		await library.installDeck(sampleDeck('d', { 'a.md': ['a2'] }), imported);
		expect(await dueIds(library)).toEqual([]);
		expect((await library.dueCounts(0, 30_000)).size).toBe(0);
		expect(await library.records(ids('a1'))).toMatchObject([{ reps: 1 }]);
		await library.removeDeck(deckId('d'));
		expect(await library.learningDue(Infinity, 9)).toEqual([]);
		expect(await library.cardEvents('a1' as CardId)).toHaveLength(1);
		await library.record([review('a1', 3, sampleDay + 1)]);
		await expectSound(library);
		await library.installDeck(sampleDeck('e', { 'z.md': ['z1', 'a1', 'a2'] }), imported);
		expect(await library.reviewsDue(sampleDay + 100, 9)).toMatchObject([
			{ cardId: 'a1', record: { reps: 2 } }
		]);
		expect(await library.learningDue(Infinity, 9)).toMatchObject([{ cardId: 'a2', deckId: 'e' }]);
		expect(await counts(library)).toEqual([[3, 1, 0]]);
		await expectSound(library);
	});
}
