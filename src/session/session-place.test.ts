import { describe, expect, it } from 'vitest';
import { exampleDeps } from './example-library.ts';
import { openSession, rate } from './example-session.ts';
import { readOutlook } from './session-outlook.ts';
import { summariseAnswers } from './summarise-answers.ts';

describe('a session that is left and opened again', () => {
	it('shows the same card and side, with what was typed', async () => {
		const deps = await exampleDeps(['a', 'b', 'c']);
		const session = await openSession(deps);
		await session.skip();
		session.draft = '0:docker ru';
		session.showAnswer();
		await session.pause();
		const again = await openSession(deps);
		expect([again.card?.id, again.phase, again.draft]).toEqual(['b', 'answer', '0:docker ru']);
	});

	it('forgets what was typed with the next card, and brings it back with an undo', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		session.draft = '0:typed';
		await rate(session, 4);
		expect([session.card?.id, session.draft]).toEqual(['b', '']);
		await session.undo();
		expect([session.card?.id, session.draft]).toEqual(['a', '0:typed']);
	});

	it('does not come back to an answered card, even without a word of leaving', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		await rate(session, 1);
		expect(session.card?.id).toBe('b');
		const again = await openSession(deps);
		expect([again.card?.id, again.phase]).toEqual(['b', 'question']);
	});

	it('comes back to a card that was asked again after an answer', async () => {
		const deps = await exampleDeps(['a']);
		const session = await openSession(deps);
		await rate(session, 1);
		session.showAnswer();
		await session.pause();
		const again = await openSession(deps);
		expect([again.card?.id, again.phase]).toEqual(['a', 'answer']);
	});

	it('takes back what was done before it was left, last first', async () => {
		const deps = await exampleDeps(['a', 'b', 'c']);
		const session = await openSession(deps);
		await rate(session, 4);
		deps.clock.pass(5_000);
		await session.bury();
		deps.clock.pass(5_000);
		const again = await openSession(deps);
		expect([again.card?.id, again.canUndo]).toEqual(['c', true]);
		await again.undo();
		expect(again.card?.id).toBe('b');
		await again.undo();
		expect([again.card?.id, again.record?.state.kind, again.canUndo]).toEqual(['a', 'new', false]);
	});
});

describe('the end of a session', () => {
	it('says what was done, what was missed and what comes tomorrow', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const session = await openSession(deps);
		await rate(session, 1);
		await rate(session, 4);
		expect(summariseAnswers(session.answers)).toMatchObject({ answers: 2, newCards: 2, reviews: 0 });
		await session.undo();
		expect(summariseAnswers(session.answers).answers).toBe(1);
		const { missedToday, unseen } = await readOutlook(deps, {});
		expect([missedToday, unseen]).toEqual([['a'], 1]);
	});
});
