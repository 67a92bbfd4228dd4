import { beforeAll, describe, expect, it } from 'vitest';
import type { CardId, DeckId } from '#deck/ids.ts';
import { presetOptionKey } from '#scheduler/read-preset.ts';
import { actOnCards, undoEvents } from './act-on-cards.ts';
import { changeSettings } from './change-settings.ts';
import { exampleDeps } from './example-library.ts';
import { openSession, rate } from './example-session.ts';
import { applyDueChanges } from './move-due.ts';
import { planMove, seenCards, type DueMove } from './plan-move.ts';

type Deps = Awaited<ReturnType<typeof exampleDeps>>;

/** Forty cards, learnt on one day; a hundred days later all are due. */
async function backlog(): Promise<Deps> {
	const deps = await exampleDeps(Array.from({ length: 40 }, (_, index) => `c${index}`));
	await changeSettings(deps, { [presetOptionKey('newPerDay')]: 40 });
	const session = await openSession(deps);
	while (session.phase === 'question') await rate(session, 4);
	deps.clock.passDays(100);
	return deps;
}

let deps: Deps;
beforeAll(async () => {
	deps = await backlog();
});

describe('planMove', () => {
	it.each<[DueMove, number]>([
		[{ kind: 'postpone', count: 10 }, 10],
		[{ kind: 'flatten', perDay: 10 }, 30],
		[{ kind: 'break', inDays: 1, days: 5 }, 0],
		[{ kind: 'advance', count: 10 }, 0],
		[{ kind: 'reschedule' }, 0]
	])('%j moves %i cards that are overdue', async (move, count) => {
		expect((await planMove(deps, undefined, move)).changes).toHaveLength(count);
	});

	it('says by how many days, counted from today for what is overdue', async () => {
		const plan = await planMove(deps, undefined, { kind: 'flatten', perDay: 10 });
		expect([plan.leastDays, plan.mostDays]).toEqual([1, 3]);
	});

	it('keeps to the decks asked for', async () => {
		const move = { kind: 'postpone', count: 10 } as const;
		expect((await planMove(deps, ['other' as DeckId], move)).changes).toEqual([]);
		expect((await planMove(deps, ['deck' as DeckId], move)).changes).toHaveLength(10);
	});

	it('what it plans is applied and undone', async () => {
		const own = await backlog();
		const { changes, cause } = await planMove(own, undefined, { kind: 'flatten', perDay: 10 });
		const events = await applyDueChanges(own, changes, cause);
		expect((await planMove(own, undefined, { kind: 'flatten', perDay: 10 })).changes).toEqual([]);
		const moved = await planMove(own, undefined, { kind: 'break', inDays: 1, days: 3 });
		expect(moved.changes).toHaveLength(30);
		await undoEvents(own, events);
		expect((await planMove(own, undefined, { kind: 'flatten', perDay: 10 })).changes).toHaveLength(30);
	});
});

it('seenCards: those with progress to forget', async () => {
	const own = await backlog();
	expect(await seenCards(own.library, 'deck' as DeckId)).toHaveLength(40);
	await actOnCards(own, ['c1' as CardId], 'reset', { zeroCounts: false });
	expect(await seenCards(own.library, 'deck' as DeckId)).toHaveLength(39);
});
