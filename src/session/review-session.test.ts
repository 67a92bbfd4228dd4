import { describe, expect, it, vi } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { LibraryError, type Library } from '#library/library.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { HOUR_MS, MINUTE_MS } from '#time/instant.ts';
import { exampleDeck, exampleDeps } from './example-library.ts';
import { openSession, rate } from './example-session.ts';

/** A library that records in a way of its own. */
function recording(library: Library, record: Library['record']): Library {
	return new Proxy(library, {
		get(target, name) {
			if (name === 'record') return record;
			const member = Reflect.get(target, name) as unknown;
			return typeof member === 'function' ? (member.bind(target) as unknown) : member;
		}
	});
}

/** A library whose next writes fail. */
const failing = (library: Library, isFailing: () => boolean, sent: LogEvent[] = []): Library =>
	recording(library, (events) => {
		sent.push(...events);
		if (isFailing()) return Promise.reject(new LibraryError('connection-lost', 'gone'));
		return library.record(events);
	});

/** A library that does not write before it is told to. */
const slow = (library: Library, wait: Promise<void>): Library =>
	recording(library, async (events) => {
		await wait;
		return library.record(events);
	});

async function allEvents(library: Library): Promise<LogEvent[]> {
	const events: LogEvent[] = [];
	for await (const piece of library.log()) events.push(...piece);
	return events;
}

describe('ReviewSession', () => {
	it('asks card after card, and keeps each answer before the next question', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		expect([session.phase, session.card?.id, session.total]).toEqual(['question', 'a', 2]);
		expect(session.previews).toBeUndefined();
		session.showAnswer();
		expect(session.phase).toBe('answer');
		expect(session.previews?.[3].delayMs).toBe(10 * MINUTE_MS);
		await session.rate(4);
		expect([session.phase, session.card?.id, session.done]).toEqual(['question', 'b', 1]);
		await rate(session, 4);
		expect([session.phase, session.card, session.done, session.total]).toEqual(['finished', undefined, 2, 2]);
		expect((await allEvents(deps.library)).map(({ cardId, type }) => [cardId, type])).toEqual([
			['a', 'review'],
			['b', 'review']
		]);
	});

	it('brings steps back when they are due, early when nothing else is left, and waits for late ones', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		await rate(session, 1);
		expect(session.card?.id).toBe('b');
		deps.clock.pass(2 * MINUTE_MS);
		await rate(session, 3);
		expect(session.card?.id).toBe('a');
		deps.clock.pass(3 * MINUTE_MS);
		await rate(session, 3);
		expect([session.phase, session.card?.id]).toEqual(['question', 'b']);
		await rate(session, 4);
		await rate(session, 4);
		expect(session.phase).toBe('finished');
	});

	it('waits for a step beyond the learn-ahead limit, and turns when it is due', async () => {
		const deps = await exampleDeps(['a']);
		await deps.library.record([
			{
				id: 's',
				deviceId: 'd',
				cardId: '',
				type: 'setting',
				at: 0,
				hlc: 0,
				tzOffset: 0,
				day: 0,
				v: 1,
				payload: { key: 'app.preset.learningSteps', value: [3600, 7200] }
			}
		]);
		const session = await openSession(deps);
		await rate(session, 1);
		expect([session.phase, session.card]).toEqual(['waiting', undefined]);
		expect(session.waitingUntil).toBeGreaterThanOrEqual(deps.clock.at + 40 * MINUTE_MS);
		deps.clock.at = session.waitingUntil ?? NaN;
		await session.tick();
		expect([session.phase, session.card?.id]).toEqual(['question', 'a']);
	});

	it('keeps the card when an answer cannot be kept, and sends the same event again', async () => {
		let isFailing = true;
		const sent: LogEvent[] = [];
		const deps = await exampleDeps(['a', 'b'], (library) => failing(library, () => isFailing, sent));
		const session = await openSession(deps);
		await rate(session, 3);
		expect([session.phase, session.card?.id, session.error?.code]).toEqual([
			'answer',
			'a',
			'connection-lost'
		]);
		expect([session.done, session.isSaving, session.canUndo]).toEqual([0, false, false]);
		isFailing = false;
		await session.rate(1);
		expect([session.card?.id, session.error]).toEqual(['b', undefined]);
		expect(sent.map(({ id }) => id)).toEqual([sent[0]?.id, sent[0]?.id]);
		expect(await allEvents(deps.library)).toMatchObject([{ payload: { rating: 1 } }]);
	});

	it('takes a double tap for one', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		session.showAnswer();
		await Promise.all([session.rate(3), session.rate(3)]);
		expect(await allEvents(deps.library)).toHaveLength(1);
	});

	it('takes an answer back that is still being written', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		session.showAnswer();
		await Promise.all([session.rate(3), session.undo()]);
		expect([session.card?.id, session.done, session.canUndo]).toEqual(['a', 0, false]);
		expect(await allEvents(deps.library)).toMatchObject([{ type: 'review' }, { type: 'undo' }]);
	});

	it('takes nothing back where the answer that is meant could not be written', async () => {
		let isFailing = false;
		const deps = await exampleDeps(['a', 'b'], (library) => failing(library, () => isFailing));
		const session = await openSession(deps);
		await rate(session, 4);
		isFailing = true;
		session.showAnswer();
		const rating = session.rate(3);
		const undoing = session.undo();
		isFailing = false;
		await Promise.all([rating, undoing]);
		expect([session.card?.id, session.done, session.error?.code]).toEqual(['b', 1, 'connection-lost']);
		expect(await allEvents(deps.library)).toHaveLength(1);
	});

	it('says that it is saving once that takes long, and no longer afterwards', async () => {
		let go = () => {};
		const wait = new Promise<void>((resolve) => (go = resolve));
		const deps = await exampleDeps(['a', 'b'], (library) => slow(library, wait));
		const session = await openSession(deps);
		session.showAnswer();
		const rating = session.rate(3);
		expect([session.isSaving, session.isSavingLong]).toEqual([true, false]);
		await vi.waitFor(() => expect(session.isSavingLong).toBe(true), 5_000);
		go();
		await rating;
		expect([session.isSaving, session.isSavingLong, session.card?.id]).toEqual([false, false, 'b']);
	});

	it('undoes many levels, with the queue exactly as it was', async () => {
		const deps = await exampleDeps(['a', 'b', 'c', 'd']);
		const session = await openSession(deps);
		const look = () => [session.card?.id, session.done, session.total, session.counts, session.record?.state];
		const seen = [look()];
		const actions = [
			() => rate(session, 1),
			() => session.bury(),
			() => rate(session, 3),
			() => rate(session, 4)
		];
		for (const action of actions) {
			deps.clock.pass(MINUTE_MS);
			await action();
			seen.push(look());
		}
		for (const before of seen.toReversed().slice(1)) {
			await session.undo();
			expect(look()).toEqual(before);
		}
		expect(session.canUndo).toBe(false);
		expect(await allEvents(deps.library)).toHaveLength(8);
		expect((await deps.library.records(['a' as CardId]))[0]?.state.kind).toBe('new');
	});

	it('rates again after an undo as if nothing had been', async () => {
		const deps = await exampleDeps(['a']);
		const session = await openSession(deps);
		await rate(session, 1);
		await session.undo();
		await rate(session, 4);
		const [record] = await deps.library.records(['a' as CardId]);
		expect(record).toMatchObject({ reps: 1, state: { kind: 'review' } });
	});

	it('hides siblings of an answered card until tomorrow', async () => {
		const deps = await exampleDeps();
		await deps.library.installDeck(exampleDeck([['a1', 'a2'], ['b']]), { origin: 'imported' });
		const session = await openSession(deps);
		expect([session.card?.id, session.total]).toEqual(['a1', 2]);
		await rate(session, 4);
		expect(session.card?.id).toBe('b');
		deps.clock.passDays(1);
		const tomorrow = await openSession(deps);
		expect(tomorrow.card?.id).toBe('a2');
	});

	it('builds a new queue when the study day turns while it is open', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		await rate(session, 4);
		await session.bury();
		expect(session.phase).toBe('finished');
		deps.clock.pass(17 * HOUR_MS);
		await session.tick();
		expect([session.phase, session.card?.id]).toEqual(['question', 'b']);
	});

	it('undoes across the turn of the day: the card comes back into the new queue', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		await rate(session, 4);
		deps.clock.passDays(1);
		await session.undo();
		expect([session.card?.id, session.record?.state.kind, session.done]).toEqual(['a', 'new', 0]);
		expect(session.counts).toEqual({ new: 2, learning: 0, review: 0 });
	});

	it('suspends, flags, edits, forgets and sets due from the card on the screen', async () => {
		const deps = await exampleDeps(['a', 'b', 'c']);
		const session = await openSession(deps);
		await session.flag(2);
		await session.edit('Own?', null);
		expect(session.record).toMatchObject({ flag: 2, overlay: { front: 'Own?', back: null } });
		expect([session.card?.id, session.phase]).toEqual(['a', 'question']);
		await session.suspend();
		expect(session.card?.id).toBe('b');
		await session.skip();
		expect(session.card?.id).toBe('c');
		await session.forget();
		expect(session.card?.id).toBe('b');
		expect((await deps.library.records(['a' as CardId]))[0]).toMatchObject({ isSuspended: true, flag: 2 });
	});

	it('measures thinking time without the time when the page was hidden', async () => {
		const deps = await exampleDeps(['a']);
		const session = await openSession(deps);
		deps.clock.pass(3_000);
		await session.pause();
		deps.clock.pass(50_000);
		await session.tick();
		deps.clock.pass(4_000);
		await rate(session, 4);
		expect(await allEvents(deps.library)).toMatchObject([{ payload: { tookMs: 7_000 } }]);
	});
});
