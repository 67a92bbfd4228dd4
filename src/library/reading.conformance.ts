import { expect, test } from 'vitest';
import type { LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { Library, LogPlace } from './library.ts';
import { ids, imported, logOf, openWith, type Open } from './library-under-test.ts';
import { sampleDeck } from './sample-decks.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

export function testReading(open: Open) {
	test('what the log holds beyond a place comes once, also where it has been sealed since', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2'] });
		const { review } = eventMaker();
		const other = eventMaker('device-b', sampleDay + 1);
		const first = [review('a1'), review('a2'), other.review('a1')];
		await library.record(first);
		const all = await readAfter(library);
		expect(all?.events).toEqual(await logOf(library));
		expect(await readAfter(library, all?.place)).toEqual({ events: [], place: all?.place });
		// As many as are sealed at once, whoever wrote them.
		const many = Array.from({ length: 1_200 }, () => other.review('a2'));
		await library.record(many);
		const later = await readAfter(library, all?.place);
		expect(later?.events.map(({ id }) => id)).toEqual(inLogOrder(many).map(({ id }) => id));
		const last = Array.from({ length: 1_200 }, () => review('a1'));
		for (let at = 0; at < last.length; at += 100) await library.record(last.slice(at, at + 100));
		const end = await readAfter(library, later?.place);
		expect(end?.events.map(({ id }) => id)).toEqual(inLogOrder(last).map(({ id }) => id));
		expect(await readAfter(library, end?.place)).toMatchObject({ events: [] });
	});

	test('a place that a log never came to is known', async () => {
		const library = await openWith(open, { 'a.md': ['a1'] });
		const { review } = eventMaker();
		await library.record(Array.from({ length: 1_200 }, () => review('a1')));
		const part = await readAfter(library);
		await library.eraseEverything();
		expect(await library.logAfter(part?.place)).toBeUndefined();
	});

	test('records come of the cards at home in a deck, each once; events of several cards at a time', async () => {
		const library = await openWith(open, { 'a.md': ['a1', 'a2', 'a3'] });
		await library.installDeck(sampleDeck('e', { 'b.md': ['a2', 'b1'] }), imported);
		const { review } = eventMaker();
		const [a1, a2, b1, gone] = [review('a1'), review('a2'), review('b1'), review('gone')];
		await library.record([a1, a2, b1, gone]);
		const records = [];
		for await (const some of library.eachRecord()) records.push(...some);
		expect(records.map(({ cardId }) => cardId).sort()).toEqual(['a1', 'a2', 'b1']);
		expect(records.find(({ cardId }) => cardId === 'a2')).toEqual((await library.records(ids('a2')))[0]);
		expect(await library.eventsOfCards(ids('b1', 'a3', 'gone'))).toEqual([[b1], [], [gone]]);
	});
}

async function readAfter(library: Library, place?: LogPlace) {
	const part = await library.logAfter(place);
	if (part === undefined) return undefined;
	const events: LogEvent[] = [];
	for await (const piece of part.pieces) events.push(...piece);
	expect(part.count).toBeGreaterThanOrEqual(events.length);
	return { events: inLogOrder(events), place: part.place };
}
