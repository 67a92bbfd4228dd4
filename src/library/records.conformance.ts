import { expect, test } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import type { SettingValue } from '#review-log/log-event.ts';
import {
	type Open,
	deckId,
	ids,
	openWith,
	logOf,
	unseenIds,
	dueIds,
	counts,
	expectSound
} from './library-under-test.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

export function testRecords(open: Open) {
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
