import { describe, expect, test } from 'vitest';
import type { AssetHash, CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { LogEvent, SettingValue } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import { LibraryError, type Library } from './library.ts';
import { sampleDeck, samplePicture } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

/**
 * What every library promises. Each implementation runs all of it.
 * @param open a new, empty library, its scheduler being `tallyScheduler`
 */
export function testLibrary(name: string, open: () => Promise<Library>): void {
	describe(name, () => {
		describe('decks', () => testDecks(open));
		describe('updates of decks', () => testUpdates(open));
		describe('records', () => testRecords(open));
		describe('lists', () => testLists(open));
		describe('log', () => testLog(open));
		describe('bulk', () => testBulk(open));
	});
}

type Open = () => Promise<Library>;

const deckId = (id: string) => id as DeckId;
const ids = (...cardIds: string[]) => cardIds as CardId[];
const imported = { origin: 'imported' } as const;

async function openWith(open: Open, cards: Readonly<Record<string, readonly string[]>>): Promise<Library> {
	const library = await open();
	await library.installDeck(sampleDeck('d', cards), imported);
	return library;
}

async function logOf(library: Library): Promise<readonly LogEvent[]> {
	const events: LogEvent[] = [];
	for await (const piece of library.log()) events.push(...piece);
	return inLogOrder(events);
}

const unseenIds = async (library: Library, deck = 'd', limit = Infinity) =>
	(await library.unseen(deckId(deck), limit)).map(({ cardId }) => cardId);

const dueIds = async (library: Library, until = sampleDay + 1_000) =>
	(await library.reviewsDue(until, 100)).map(({ cardId }) => cardId);

const counts = async (library: Library) =>
	(await library.decks()).map((deck) => [deck.cardCount, deck.unseenCount, deck.suspendedCount]);

/** Every test ends so: what is stored must be what log and decks say. */
async function expectSound(library: Library): Promise<void> {
	expect((await library.verify()).problems).toEqual([]);
}

function testDecks(open: Open) {
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

	test('keeps identities with the deck', async () => {
		const library = await open();
		const identities = { version: 1, rows: [] } as const;
		const deck = sampleDeck('d', { 'a.md': ['a1'] });
		expect(await library.identities(deckId('d'))).toBeUndefined();
		await library.installDeck(deck, { ...imported, identities });
		await library.installDeck(deck, imported);
		expect(await library.identities(deckId('d'))).toEqual(identities);
		await library.removeDeck(deckId('d'));
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
		await library.removeDeck(deckId('d'));
		expect((await library.reviewsDue(sampleDay + 9, 9)).map((due) => due.deckId)).toEqual(['e']);
		expect(await counts(library)).toEqual([[3, 2, 0]]);
		await expectSound(library);
	});
}

function testUpdates(open: Open) {
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

function testRecords(open: Open) {
	test('an answer is in the log, and its record says what the log says', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2'] });
		const event = eventMaker().review('a1');
		const report = await library.record([event]);
		expect(report).toMatchObject({ recorded: [event.id], known: 0, records: [{ cardId: 'a1', reps: 1 }] });
		expect(await library.records(ids('a2', 'a1'))).toEqual([undefined, report.records[0]]);
		expect(await logOf(library)).toEqual([event]);
		expect(await library.cardEvents('a1' as CardId)).toEqual([event]);
		await expectSound(library);
	});

	test('recording twice records once, in one call and in two', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		const event = eventMaker().review('a1');
		expect(await library.record([event, event])).toMatchObject({ recorded: [event.id], known: 1 });
		const again = await library.record([event]);
		expect(again).toMatchObject({ recorded: [], known: 1, records: [{ reps: 1 }] });
		expect(await logOf(library)).toEqual([event]);
		await expectSound(library);
	});

	test('an undo takes the review out of every list; an undo of the undo brings it back', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2', 'a3'] });
		const { review, undo } = eventMaker();
		const event = review('a2');
		await library.record([event]);
		expect(await unseenIds(library)).toEqual(['a1', 'a3']);
		const taken = undo(event);
		await library.record([taken]);
		expect(await unseenIds(library)).toEqual(['a1', 'a2', 'a3']);
		expect(await counts(library)).toEqual([[3, 3, 0]]);
		expect(await dueIds(library)).toEqual([]);
		expect((await library.dayTotals(0, 30_000)).size).toBe(0);
		expect(await library.cardEvents('a2' as CardId)).toHaveLength(2);
		await library.record([undo(taken)]);
		expect(await dueIds(library)).toEqual(['a2']);
		expect(await library.dayTotals(0, 30_000)).toEqual(new Map([[sampleDay, { reviews: 1, tookMs: 1_000 }]]));
		await expectSound(library);
	});

	test('an undo may arrive before what it undoes', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		const { review, undo } = eventMaker('device-b');
		const event = review('a1');
		await library.record([undo(event)]);
		await library.record([event]);
		expect(await unseenIds(library)).toEqual(['a1']);
		expect((await library.dayTotals(0, 30_000)).size).toBe(0);
		await expectSound(library);
	});

	test('a reset makes a card unseen again, its past reviews still counted', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		const { review, make } = eventMaker();
		await library.record([review('a1'), make('reset', 'a1', { zeroCounts: true })]);
		expect(await unseenIds(library)).toEqual(['a1']);
		expect((await library.dayTotals(sampleDay, sampleDay)).get(sampleDay)?.reviews).toBe(1);
		await expectSound(library);
	});

	test('a cram review moves nothing', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		await library.record([eventMaker().review('a1', 3, sampleDay, { mode: 'cram' })]);
		expect(await unseenIds(library)).toEqual(['a1']);
		expect((await library.dayTotals(0, 30_000)).size).toBe(0);
	});

	test('a suspended card stands in no list, and comes back', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2', 'a3'] });
		const { review, make } = eventMaker();
		const events = ['a1', 'a2', 'a3'].map((id) => make('suspend', id, {}));
		await library.record([review('a1'), review('a2', 1), ...events]);
		expect(await counts(library)).toEqual([[3, 0, 3]]);
		expect([await dueIds(library), await unseenIds(library)]).toEqual([[], []]);
		expect(await library.learningDue(Infinity, 9)).toEqual([]);
		expect((await library.dueCounts(0, 30_000)).size).toBe(0);
		await library.record(['a1', 'a2', 'a3'].map((id) => make('unsuspend', id, {})));
		expect([await dueIds(library), await unseenIds(library)]).toEqual([['a1'], ['a3']]);
		expect(await library.learningDue(Infinity, 9)).toHaveLength(1);
		expect(await counts(library)).toEqual([[3, 1, 0]]);
		await expectSound(library);
	});

	test('a card that continues another folds its reviews too, also those that arrive later', async () => {
		const library = await openWith(open, { 'a.md': ['new', 'newest'] });
		const { review, make, undo } = eventMaker();
		await library.record([review('old')]);
		const rebind = make('rebind', 'new', { from: 'old' as CardId });
		const report = await library.record([rebind, make('rebind', 'newest', { from: 'new' as CardId })]);
		expect(report.records.map(({ cardId, reps }) => [cardId, reps]).sort()).toEqual([
			['new', 1],
			['newest', 1]
		]);
		const late = eventMaker('device-b', sampleDay - 5);
		await library.record([late.review('old')]);
		expect((await library.records(ids('newest', 'new', 'old'))).map((record) => record?.reps)).toEqual([
			2, 2, 2
		]);
		expect((await library.dayTotals(0, 30_000)).size).toBe(2);
		await expectSound(library);
		await library.record([undo(rebind)]);
		expect((await library.records(ids('newest', 'new'))).map((record) => record?.reps)).toEqual([0, 0]);
		expect(await unseenIds(library)).toEqual(['new', 'newest']);
		await expectSound(library);
	});

	test('cards that continue each other in a ring do not hang it', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2'] });
		const { review, make } = eventMaker();
		await library.record([
			make('rebind', 'a1', { from: 'a2' as CardId }),
			make('rebind', 'a2', { from: 'a1' as CardId }),
			review('a1')
		]);
		expect((await library.records(ids('a1', 'a2'))).map((record) => record?.reps)).toEqual([1, 1]);
		await expectSound(library);
	});

	test('settings are the last live writer by log order, whatever the order of arrival', async () => {
		const library = await open();
		const { make, undo } = eventMaker();
		const first = make('setting', '', { key: 'app.theme', value: 'light' });
		const second = make('setting', '', { key: 'app.theme', value: 'dark' });
		const other = make('setting', '', { key: 'deck.d.limit', value: { new: [1, 2] } });
		await library.record([second, other]);
		expect((await library.record([first])).records).toEqual([]);
		expect(await library.settings()).toEqual(
			new Map<string, SettingValue>([
				['app.theme', 'dark'],
				['deck.d.limit', { new: [1, 2] }]
			])
		);
		await library.record([undo(second)]);
		expect((await library.settings()).get('app.theme')).toBe('light');
		expect(await library.cardEvents('')).toHaveLength(4);
		await expectSound(library);
	});

	test('odd ids are ids like others', async () => {
		const odd = ['__proto__', 'constructor', 'toString', '卡片', 'a\nb'];
		const library = await openWith(open, { 'a.md': odd });
		const { review } = eventMaker();
		await library.record(odd.map((id) => review(id)));
		expect(await counts(library)).toEqual([[odd.length, 0, 0]]);
		await library.removeDeck(deckId('d'));
		expect((await library.records(ids(...odd))).map((record) => record?.reps)).toEqual(odd.map(() => 1));
		await expectSound(library);
	});
}

function testLists(open: Open) {
	test('learning cards come by instant, reviews by day, up to a limit', async () => {
		const cards = Array.from({ length: 60 }, (_, index) => `a${index}`);
		const library = await openWith(open, { 'a.md': cards, 'b.md': ['b1', 'b2'] });
		const { review } = eventMaker();
		const events = cards.map((id, index) =>
			review(id, 3, sampleDay, { intervalDays: 1 + ((index * 7) % 60) })
		);
		await library.record(events);
		const [b2, b1] = [review('b2', 1), review('b1', 1)];
		await library.record([b2, b1]);
		const days = (await library.reviewsDue(sampleDay + 50, 20)).map(({ record }) =>
			record.state.kind === 'review' ? record.state.dueDay - sampleDay : 0
		);
		expect(days).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
		expect(await library.reviewsDue(sampleDay + 50, 1_000)).toHaveLength(50);
		expect(await library.reviewsDue(sampleDay, 9)).toEqual([]);
		const learning = await library.learningDue(Infinity, 9);
		expect(learning.map(({ cardId }) => cardId)).toEqual(['b2', 'b1']);
		expect(await library.learningDue(b2.at + 60_000, 9)).toHaveLength(1);
		expect(await library.learningDue(Infinity, 1)).toMatchObject([
			{ cardId: 'b2', noteId: 'd/b.md', deckId: 'd', siblingGroup: 'd/b.md:b' }
		]);
	});

	test('unseen cards come in the order of the notes, up to a limit', async () => {
		const cards = Array.from({ length: 40 }, (_, index) => `a${index}`);
		const library = await openWith(open, { 'a.md': cards, 'b.md': ['b1'] });
		const { review } = eventMaker();
		await library.record(cards.slice(0, 38).map((id) => review(id)));
		expect(await unseenIds(library)).toEqual(['a38', 'a39', 'b1']);
		expect(await unseenIds(library, 'd', 2)).toEqual(['a38', 'a39']);
		expect(await unseenIds(library, 'd', 0)).toEqual([]);
		expect(await unseenIds(library, 'none')).toEqual([]);
	});

	test('counts of due cards and totals of days are kept', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2', 'a3'] });
		const { review, make } = eventMaker();
		await library.record([
			review('a1', 3, 20_000, { intervalDays: 5 }),
			review('a2', 3, 20_002, { tookMs: 7 })
		]);
		await library.record([
			make('setDue', 'a2', { dueDay: 20_100, cause: 'set' }, 20_003),
			review('a3', 1, 20_002)
		]);
		expect(await library.dueCounts(20_001, 20_100)).toEqual(
			new Map([
				[20_005, 1],
				[20_100, 1]
			])
		);
		expect(await library.dueCounts(20_006, 20_099)).toEqual(new Map());
		expect(await library.dayTotals(20_000, 20_002)).toEqual(
			new Map([
				[20_000, { reviews: 1, tookMs: 1_000 }],
				[20_002, { reviews: 2, tookMs: 1_007 }]
			])
		);
		await expectSound(library);
	});

	test('reads a list of no cards as no cards', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		expect(await Promise.all([library.cards([]), library.records([]), library.refs([])])).toEqual([
			[],
			[],
			[]
		]);
		expect(await library.record([])).toEqual({ recorded: [], known: 0, records: [] });
		expect(await library.notes(deckId('none'))).toEqual([]);
		await library.removeDeck(deckId('none'));
	});
}

function testLog(open: Open) {
	test('events of days are found by day, in log order', async () => {
		const library = await open();
		const { review } = eventMaker();
		const events = [20_003, 20_001, 20_002, 20_005].map((day) => review(`a${day}`, 3, day));
		await library.record(events);
		const found = await library.eventsOnDays(20_001, 20_003);
		expect(found.map(({ day }) => day)).toEqual([20_001, 20_002, 20_003]);
	});

	test('local values are kept as they were given', async () => {
		const library = await open();
		expect(await library.readLocal('session')).toBeUndefined();
		await library.writeLocal('session', { cards: ['a1'], at: 1 });
		await library.writeLocal('session', { cards: [], at: 2 });
		expect(await library.readLocal('session')).toEqual({ cards: [], at: 2 });
	});

	test('erasing everything leaves nothing but the device id', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		const { deviceId } = library;
		await library.record([eventMaker().review('a1')]);
		await library.writeLocal('x', 1);
		await library.eraseEverything();
		expect(await Promise.all([library.decks(), logOf(library), library.readLocal('x')])).toEqual([
			[],
			[],
			undefined
		]);
		expect((await library.dayTotals(0, 30_000)).size).toBe(0);
		expect(library.deviceId).toBe(deviceId);
		await library.installDeck(sampleDeck('d', { 'a.md': ['a1'] }), imported);
		expect(await unseenIds(library)).toEqual(['a1']);
		await expectSound(library);
	});
}

function testBulk(open: Open) {
	const cards = Array.from({ length: 100 }, (_, index) => `a${index}`);
	const manyEvents = (count: number, device = 'device-a') => {
		const { review } = eventMaker(device);
		return Array.from({ length: count }, (_, index) =>
			review(`a${(index * 37) % 150}`, 3, sampleDay + Math.floor(index / 10))
		);
	};

	test('many events at once are recorded like one by one', async () => {
		const [atOnce, inSteps] = [
			await openWith(open, { 'a.md': cards }),
			await openWith(open, { 'a.md': cards })
		];
		const events = [...manyEvents(1_300), ...manyEvents(30, 'device-b')];
		const report = await atOnce.record(events);
		expect([report.recorded.length, report.known, report.records.length]).toEqual([1_330, 0, 150]);
		for (let from = 0; from < events.length; from += 100)
			await inSteps.record(events.slice(from, from + 100));
		await expectSame(atOnce, inSteps);
		await expectSound(atOnce);
		expect(await atOnce.record(events.slice(600, 1_320))).toMatchObject({ recorded: [], known: 720 });
		expect(await atOnce.record(events.slice(0, 3))).toMatchObject({ recorded: [], known: 3 });
		expect(await logOf(atOnce)).toHaveLength(1_330);
	});

	test('a stream of batches is recorded like one by one, and repeating it records nothing', async () => {
		const [stream, inSteps] = [
			await openWith(open, { 'a.md': cards }),
			await openWith(open, { 'a.md': cards })
		];
		const { make, review } = eventMaker('device-c');
		const events = [
			...manyEvents(700),
			make('setting', '', { key: 'app.x', value: 1 }),
			make('rebind', 'a1', { from: 'gone' as CardId }),
			review('gone')
		];
		await stream.record(events.slice(0, 5));
		const batches = [events.slice(0, 400), [], events.slice(300)];
		expect(await stream.recordAll(batches)).toEqual({ recorded: 698, known: 105 });
		for (let from = 0; from < events.length; from += 100)
			await inSteps.record(events.slice(from, from + 100));
		await expectSame(stream, inSteps);
		expect(await stream.recordAll(batches)).toEqual({ recorded: 0, known: 803 });
		await stream.record([review('a5', 1), review('a149', 1)]);
		await inSteps.record(await logOf(stream));
		await expectSame(stream, inSteps);
		await expectSound(stream);
	});

	test('a stream that breaks off keeps what came before', async () => {
		const library = await openWith(open, { 'a.md': cards });
		const events = manyEvents(20);
		async function* broken() {
			yield await Promise.resolve(events);
			throw new Error('the file ends here');
		}
		await expect(library.recordAll(broken())).rejects.toThrow('the file ends here');
		await expectSound(library);
	});

	test('rebuilding gives the same', async () => {
		const library = await openWith(open, { 'a.md': cards });
		const { make } = eventMaker('device-c');
		await library.record([
			...manyEvents(300),
			make('suspend', 'a3', {}),
			make('rebind', 'a99', { from: 'a140' as CardId }),
			make('setting', '', { key: 'app.x', value: 1 })
		]);
		const before = await everything(library);
		await library.rebuild();
		expect(await everything(library)).toEqual(before);
		await expectSound(library);
		await library.record([eventMaker('device-d').review('a3')]);
		await expectSound(library);
	});
}

async function everything(library: Library) {
	const cardIds = Array.from({ length: 151 }, (_, index) => `a${index}` as CardId);
	return {
		decks: await library.decks(),
		records: await library.records([...cardIds, 'gone' as CardId]),
		unseen: await library.unseen(deckId('d'), Infinity),
		due: (await library.reviewsDue(30_000, 1_000)).map(({ cardId }) => cardId).sort(),
		learning: (await library.learningDue(Infinity, 1_000)).map(({ cardId }) => cardId).sort(),
		dueCounts: sorted(await library.dueCounts(0, 30_000)),
		dayTotals: sorted(await library.dayTotals(0, 30_000)),
		settings: await library.settings(),
		log: await logOf(library),
		events: await Promise.all(cardIds.map((id) => library.cardEvents(id))),
		week: await library.eventsOnDays(sampleDay + 1, sampleDay + 7)
	};
}

async function expectSame(a: Library, b: Library): Promise<void> {
	expect(await everything(a)).toEqual(await everything(b));
}

const sorted = <Value>(map: ReadonlyMap<number, Value>) => [...map].sort(([a], [b]) => a - b);
