import { expect, it } from 'vitest';
import { exampleDeps } from './example-library.ts';
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
