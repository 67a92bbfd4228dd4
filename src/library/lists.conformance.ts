import { expect, test } from 'vitest';
import {
	type Open,
	deckId,
	ids,
	imported,
	openWith,
	logOf,
	unseenIds,
	expectSound
} from './library-under-test.ts';
import { sampleDeck } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

export function testLists(open: Open) {
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

	test('unseen cards bring what was done to them', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2', 'a3'] });
		const { make } = eventMaker();
		await library.record([make('bury', 'a1', { cause: 'manual' }), make('suspend', 'a2', {})]);
		const unseen = await library.unseen(deckId('d'), 9);
		expect(unseen).toMatchObject([{ cardId: 'a1', record: { state: { kind: 'new' } } }, { cardId: 'a3' }]);
		expect(unseen.map(({ record }) => record)).toEqual(await library.records(ids('a1', 'a3')));
	});

	test('cards due on one day are listed each once, however far apart and whatever the limit', async () => {
		const cards = Array.from({ length: 640 }, (_, index) => `a${index}`);
		const library = await openWith(open, { 'a.md': cards });
		const { review } = eventMaker();
		await library.record(cards.filter((_, index) => index % 16 === 5).map((id) => review(id)));
		for (const limit of [1, 5, 30, 40, 1_000]) {
			const due = (await library.reviewsDue(sampleDay + 3, limit)).map(({ cardId }) => cardId);
			expect([due.length, new Set(due).size]).toEqual([Math.min(limit, 40), Math.min(limit, 40)]);
		}
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

	test('each card of a deck comes with its record, in the order of the notes, where it is at home', async () => {
		const cards = Array.from({ length: 500 }, (_, index) => `a${index}`);
		const library = await openWith(open, { 'b.md': ['b1', 'x'], 'a.md': cards });
		await library.installDeck(sampleDeck('e', { 'e.md': ['x', 'e1'] }), imported);
		const { review, make } = eventMaker();
		await library.record([review('a400'), make('suspend', 'b1', {}), review('e1')]);
		const read = async (id: string) => {
			const known = [];
			for await (const some of library.eachCard(deckId(id))) known.push(...some);
			return known;
		};
		const known = await read('d');
		expect(known.map(({ card }) => card.id)).toEqual(['b1', 'x', ...cards]);
		const withRecord = known.flatMap(({ card, record }) => (record ? [[card.id, record.reps]] : []));
		expect(withRecord).toEqual([
			['b1', 0],
			['a400', 1]
		]);
		expect(known[0]?.record?.isSuspended).toBe(true);
		expect((await read('e')).map(({ card, record }) => [card.id, record?.reps])).toEqual([['e1', 1]]);
		expect(await read('none')).toEqual([]);
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

export function testLog(open: Open) {
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
