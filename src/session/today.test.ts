import { expect, it } from 'vitest';
import { presetOptionKey } from '#scheduler/read-preset.ts';
import { exampleDeps } from './example-library.ts';
import { comeBackKey } from './come-back-choice.ts';
import { changeSettings } from './change-settings.ts';
import { ReviewSession } from './review-session.svelte.ts';
import { summariseToday } from './today.ts';

it('counts what will be asked, and what was done', async () => {
	const deps = await exampleDeps(Array.from({ length: 30 }, (_, index) => `c${index}`));
	expect(await summariseToday(deps)).toMatchObject({
		dueReviews: 0,
		learning: 0,
		new: 20,
		streakDays: 0,
		doneToday: 0
	});
	for (let day = 0; day < 3; day++) {
		const session = await ReviewSession.open(deps);
		for (let card = 0; card < 2; card++) {
			session.showAnswer();
			await session.rate(card === 0 ? 3 : 4);
		}
		session.close();
		deps.clock.passDays(1);
	}
	const today = await summariseToday(deps);
	expect(today.streakDays).toBe(3);
	expect(today.doneToday).toBe(0);
	expect(today.week.map(({ reviews }) => reviews)).toEqual([0, 0, 0, 2, 2, 2, 0]);
	expect(today.new).toBe(20);
	expect(today.learning).toBe(3);
	expect(today.estimatedMinutes).toBeGreaterThan(0);
});

it('plans the way back after an absence', async () => {
	const deps = await exampleDeps(Array.from({ length: 200 }, (_, index) => `c${index}`));
	await changeSettings(deps, { [presetOptionKey('newPerDay')]: 200 });
	const session = await ReviewSession.open(deps);
	while (session.phase === 'question') {
		session.showAnswer();
		deps.clock.pass(9_000);
		await session.rate(4);
	}
	session.close();
	expect((await summariseToday(deps)).comeBack).toBeUndefined();
	await changeSettings(deps, { [presetOptionKey('reviewsPerDay')]: 60 });
	deps.clock.passDays(40);
	const { comeBack, streakDays } = await summariseToday(deps);
	expect(streakDays).toBe(0);
	expect(comeBack).toMatchObject({ daysAway: 39 });
	expect(comeBack?.paces.at(-1)?.days).toBe(1);
	const { day } = await summariseToday(deps);
	await changeSettings(deps, { [comeBackKey]: { from: day, to: day, minutesPerDay: null } });
	expect((await summariseToday(deps)).comeBack).toBeUndefined();
});
