import { expect, test } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import type { Library } from './library.ts';
import { type Open, deckId, openWith, logOf, expectSound } from './library-under-test.ts';
import { eventMaker, sampleDay } from './sample-events.ts';

export function testBulk(open: Open) {
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
