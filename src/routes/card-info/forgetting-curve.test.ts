import { expect, it } from 'vitest';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { actOnCards } from '#session/act-on-cards.ts';
import { exampleDeps } from '#session/example-library.ts';
import { setDue } from '#session/move-due.ts';
import { readCardInfo } from '#session/read-card-info.ts';
import { ReviewSession } from '#session/review-session.svelte.ts';
import { DAY_MS } from '#time/instant.ts';
import { forgettingCurve } from './forgetting-curve.ts';

const place = { cardId: 'a' as CardId, noteId: 'deck/note' as NoteId, deckId: 'deck' as DeckId };

async function reviewed() {
	const deps = await exampleDeps(['a']);
	const session = await ReviewSession.open(deps);
	session.showAnswer();
	await session.rate(4);
	session.close();
	deps.clock.passDays(3);
	return deps;
}

it('falls from one, through 90 % after the stability, and shows today and the target', async () => {
	const deps = await reviewed();
	const info = await readCardInfo(deps, place);
	if (info === undefined) throw new Error('no card');
	const curve = forgettingCurve(createScheduler(), info, deps.clock.now());
	expect(curve?.points[0]).toEqual({ days: 0, recall: 1 });
	const days = curve?.points.map((point) => point.days) ?? [];
	expect(days).toEqual([...days].sort((a, b) => a - b));
	expect(curve?.points.find(({ recall }) => recall === 0.9)?.days).toBeCloseTo(
		info.memory?.stabilityDays ?? 0,
		6
	);
	const { state } = info.record;
	const since = state.kind === 'new' ? 0 : (deps.clock.now() - state.lastReviewAt) / DAY_MS;
	expect(curve).toMatchObject({ nowDays: since, nowRecall: info.recall, target: 0.9 });
	expect(curve?.lastDays).toBeGreaterThan(since);
});

it('a card whose date was set by hand says so, and has a curve without a target; a forgotten one has none', async () => {
	const deps = await reviewed();
	await setDue(deps, [place.cardId], { fromDays: 9, toDays: 9 });
	const set = await readCardInfo(deps, place);
	if (set === undefined) throw new Error('no card');
	const today = set.why.kind === 'set' ? set.why.setOn : NaN;
	expect(set.why).toMatchObject({ kind: 'set', cause: 'set', dueDay: today + 9 });
	expect(set.record.state).toMatchObject({ kind: 'review', dueDay: today + 9 });
	expect(forgettingCurve(createScheduler(), set, deps.clock.now())?.target).toBeUndefined();

	await actOnCards(deps, [place.cardId], 'reset', { zeroCounts: false });
	const forgotten = await readCardInfo(deps, place);
	if (forgotten === undefined) throw new Error('no card');
	expect(forgotten).toMatchObject({ memory: null, recall: null, why: { kind: 'new' } });
	expect(forgotten.history.map(({ event }) => event.type)).toEqual(['reset', 'setDue', 'review']);
	expect(forgettingCurve(createScheduler(), forgotten, deps.clock.now())).toBeUndefined();
});
