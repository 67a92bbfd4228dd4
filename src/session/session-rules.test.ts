import { describe, expect, it } from 'vitest';
import type { CardId, DeckId } from '#deck/ids.ts';
import { exampleEvent } from '#review-log/event-examples.ts';
import type { EventPayloads } from '#review-log/log-event.ts';
import { emptyMark } from '#review-log/mark.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { momentNow } from '#scheduler/moment.ts';
import { MINUTE_MS } from '#time/instant.ts';
import { exampleDeck, exampleDeps } from './example-library.ts';
import { openSession, rate } from './example-session.ts';

const lateReview = (before: CardRecord | undefined): EventPayloads['review'] => ({
	rating: 3,
	tookMs: 1_000,
	mode: 'normal',
	intervalDays: 20,
	desiredRetention: 0.9,
	parametersId: 'fsrs-6',
	prefix: before?.reviewMark ?? emptyMark
});

describe('a session', () => {
	it('crams without any effect on memory or due dates', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps, { isCram: true, cardIds: ['b', 'a'] as CardId[] });
		expect(session.card?.id).toBe('b');
		await rate(session, 1);
		await rate(session, 3);
		expect(session.card?.id).toBe('b');
		await rate(session, 3);
		expect([session.phase, session.done]).toEqual(['finished', 3]);
		const records = await deps.library.records(['a', 'b'] as CardId[]);
		expect(records.map((record) => [record?.state.kind, record?.reps])).toEqual([
			['new', 0],
			['new', 0]
		]);
	});

	it('asks ahead of time: a review like any other, at which less is learnt', async () => {
		const deps = await exampleDeps(['a']);
		await rate(await openSession(deps), 4);
		const [first] = await deps.library.records(['a'] as CardId[]);
		const dueDay = first?.state.kind === 'review' ? first.state.dueDay : NaN;
		deps.clock.passDays(1);
		const { day } = momentNow(deps.clock, 4);
		expect((await openSession(deps, { aheadDays: dueDay - day - 1 })).phase).toBe('finished');
		const session = await openSession(deps, { aheadDays: dueDay - day });
		await rate(session, 3);
		const [early] = await deps.library.records(['a'] as CardId[]);
		expect(early).toMatchObject({ reps: 2, state: { kind: 'review', lastReviewDay: day } });
		const onTime = deps.scheduler.foldCard('a' as CardId, [
			...(await deps.library.cardEvents('a' as CardId)).slice(0, 1),
			exampleEvent('review', lateReview(first), { cardId: 'a' as CardId, hlc: 9e15, at: 9e12, day: dueDay })
		]);
		const growth = (record = first) => deps.scheduler.daysUntil(record as CardRecord, 0.9) ?? NaN;
		expect(growth(early)).toBeGreaterThan(growth(first));
		expect(growth(onTime)).toBeGreaterThan(growth(early));
	});

	it('begins where a session of today was left, on the same side', async () => {
		const deps = await exampleDeps(['a', 'b', 'c']);
		const session = await openSession(deps);
		await session.skip();
		session.showAnswer();
		await session.pause();
		const again = await openSession(deps);
		expect([again.card?.id, again.phase, again.total]).toEqual(['b', 'answer', 3]);
		await again.rate(4);
		expect(again.card?.id).toBe('a');
		deps.clock.passDays(1);
		const tomorrow = await openSession(deps);
		expect([tomorrow.card?.id, tomorrow.phase]).toEqual(['a', 'question']);
	});

	it('ends on time: no card is begun that would take longer than what is left', async () => {
		const deps = await exampleDeps(Array.from({ length: 30 }, (_, index) => `c${index}`));
		const session = await openSession(deps, { minutes: 3 });
		const started = deps.clock.at;
		expect(session.total).toBeLessThan(8);
		while (session.phase === 'question') {
			deps.clock.pass(25_000);
			await rate(session, 3);
		}
		expect(session.phase).toBe('finished');
		expect(deps.clock.at - started).toBeLessThanOrEqual(3 * MINUTE_MS + 10_000);
		await session.undo();
		expect(session.phase).toBe('question');
	});

	it('asks the card of a whole block before its parts', async () => {
		const deps = await exampleDeps();
		await deps.library.installDeck(exampleDeck([['whole', 'part'], ['other']]), { origin: 'imported' });
		const setting = { key: 'app.preset.newOrder', value: 'random' };
		await deps.library.record([exampleEvent('setting', setting)]);
		const session = await openSession(deps);
		const seen: unknown[] = [];
		while (session.phase === 'question') {
			seen.push(session.card?.id);
			await rate(session, 4);
		}
		expect(seen).toContain('whole');
		expect(seen).not.toContain('part');
	});

	it('passes over cards whose deck was removed while the session is open', async () => {
		const deps = await exampleDeps(['a']);
		const others = Array.from({ length: 12 }, (_, index) => [`x${index}`]);
		await deps.library.installDeck(exampleDeck(others, 'second'), { origin: 'imported' });
		const session = await openSession(deps);
		expect(session.total).toBe(13);
		await deps.library.removeDeck('second' as DeckId);
		// A few had been read ahead and can still be answered.
		while (session.phase === 'question') await rate(session, 4);
		expect(session.phase).toBe('finished');
		expect(session.done).toBeLessThan(13);
	});

	it('suspends a leech in the same write, where the deck says so', async () => {
		const deps = await exampleDeps(['a', 'b']);
		for (const [key, value] of [
			['leechThreshold', 1],
			['leechAction', 'suspend'],
			['relearningSteps', []]
		] as const) {
			const setting = { key: `app.preset.${key}`, value };
			await deps.library.record([exampleEvent('setting', setting, { id: key })]);
		}
		const session = await openSession(deps);
		await rate(session, 4);
		deps.clock.passDays(30);
		await session.tick();
		expect(session.card?.id).toBe('a');
		await rate(session, 1);
		expect(session.card?.id).toBe('b');
		const [record] = await deps.library.records(['a' as CardId]);
		expect(record).toMatchObject({ isLeech: true, isSuspended: true, lapses: 1 });
		await session.undo();
		expect(session.record).toMatchObject({ isLeech: false, isSuspended: false, lapses: 0 });
	});
});
