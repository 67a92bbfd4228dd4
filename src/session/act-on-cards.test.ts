import { describe, expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { fsrs6Defaults } from '#scheduler/fsrs6-parameters.ts';
import { postpone } from '#scheduler/postpone.ts';
import { defaultPreset } from '#scheduler/preset.ts';
import { presetOptionKey, readPreset } from '#scheduler/read-preset.ts';
import { actOnCards, undoEvents } from './act-on-cards.ts';
import { adoptParameters } from './adopt-parameters.ts';
import { changeSettings } from './change-settings.ts';
import { exampleDeps } from './example-library.ts';
import { applyDueChanges, setDue } from './move-due.ts';
import { ReviewSession } from './review-session.svelte.ts';

const ids = ['a', 'b'] as CardId[];

/** Both cards in review, some days on. */
async function reviewed() {
	const deps = await exampleDeps(['a', 'b']);
	const session = await ReviewSession.open(deps);
	for (let card = 0; card < 2; card++) {
		session.showAnswer();
		await session.rate(4);
	}
	session.close();
	deps.clock.passDays(10);
	return deps;
}

describe('actOnCards', () => {
	it('does the same to several cards, and takes it back', async () => {
		const deps = await exampleDeps(['a', 'b']);
		const written = await actOnCards(deps, ids, 'suspend', {});
		expect((await deps.library.records(ids)).map((record) => record?.isSuspended)).toEqual([true, true]);
		await undoEvents(deps, written);
		expect((await deps.library.records(ids)).map((record) => record?.isSuspended)).toEqual([false, false]);
	});

	it('orders after what is known of the card, by a clock that is behind', async () => {
		const deps = await exampleDeps(['a']);
		await actOnCards(deps, ['a' as CardId], 'flag', { flag: 1 });
		deps.clock.pass(-500 * 86_400_000);
		await actOnCards(deps, ['a' as CardId], 'flag', { flag: 2 });
		expect((await deps.library.records(['a' as CardId]))[0]?.flag).toBe(2);
	});
});

describe('changeSettings', () => {
	it('writes options that a preset then has, by any clock', async () => {
		const deps = await exampleDeps(['a']);
		const key = presetOptionKey('newPerDay');
		await changeSettings(deps, { [key]: 5 });
		deps.clock.pass(-86_400_000);
		const written = await changeSettings(deps, { [key]: 6 });
		const read = async () => readPreset(await deps.library.settings(), 'deck' as never).newPerDay;
		expect(await read()).toBe(6);
		await undoEvents(deps, written);
		expect(await read()).toBe(5);
	});
});

describe('adoptParameters', () => {
	it('changes memories and no due date', async () => {
		const deps = await reviewed();
		const before = await deps.library.records(ids);
		const values = fsrs6Defaults.map((weight, index) => (index < 4 ? weight * 2 : weight));
		const scheduler = await adoptParameters(deps, { id: 'mine', model: 'fsrs-6', values });
		expect(scheduler.parameters.id).toBe('mine');
		const after = await deps.library.records(ids);
		for (const [index, record] of after.entries()) {
			const { state } = record ?? {};
			const old = before[index]?.state;
			if (state?.kind !== 'review' || old?.kind !== 'review') throw new Error('expected reviews');
			expect(state.memory['stability']).toBeCloseTo((old.memory['stability'] ?? NaN) * 2, 6);
			expect(state.dueDay).toBe(old.dueDay);
		}
	});
});

describe('moving due days', () => {
	const recordsDue = async ({ library }: Awaited<ReturnType<typeof reviewed>>, until: number) =>
		(await library.reviewsDue(until, 9)).map(({ record }) => record);

	it('postpones what is due, and takes it back', async () => {
		const deps = await reviewed();
		const today = Math.floor(deps.clock.at / 86_400_000);
		const due = await recordsDue(deps, today);
		expect(due).toHaveLength(2);
		const { changes } = postpone(due, 2, { scheduler: deps.scheduler, preset: defaultPreset, today });
		const written = await applyDueChanges(deps, changes, 'postpone');
		expect(await recordsDue(deps, today)).toHaveLength(0);
		await undoEvents(deps, written);
		expect(await recordsDue(deps, today)).toEqual(
			due.map((record) => ({ ...record, last: expect.anything() as unknown }))
		);
	});

	it('sets cards due by hand, each on a day of the choice', async () => {
		const deps = await reviewed();
		const today = Math.floor(deps.clock.at / 86_400_000);
		await setDue(deps, ids, { fromDays: 5, toDays: 7 });
		for (const record of await deps.library.records(ids)) {
			const { state } = record ?? {};
			if (state?.kind !== 'review') throw new Error('expected a review');
			expect(state.dueDay - today).toBeGreaterThanOrEqual(5);
			expect(state.dueDay - today).toBeLessThanOrEqual(7);
		}
	});
});
