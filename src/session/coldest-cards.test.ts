import { expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { actOnCards } from './act-on-cards.ts';
import { coldestCards } from './coldest-cards.ts';
import { exampleDeps } from './example-library.ts';
import { ReviewSession } from './review-session.svelte.ts';

it('the least known first; what was never reviewed or is suspended left out', async () => {
	const deps = await exampleDeps(['a', 'b', 'c', 'd', 'e']);
	const all = ['a', 'b', 'c', 'd', 'e'] as CardId[];
	const session = await ReviewSession.open(deps);
	const rated: CardId[] = [];
	for (const rating of [4, 1, 3, 4] as const) {
		rated.push(session.card?.id as CardId);
		session.showAnswer();
		await session.rate(rating);
	}
	session.close();
	deps.clock.passDays(3);
	const records = await deps.library.records(rated);
	const recall = (index: number) => {
		const record = records[index];
		return record ? deps.scheduler.retrievability(record, deps.clock.now()) : null;
	};
	expect(recall(1)).toBeLessThan(recall(2) ?? 0);
	const coldest = await coldestCards(deps, all, 9);
	expect(coldest).toHaveLength(4);
	expect(coldest.slice(0, 2)).toEqual([rated[1], rated[2]]);
	expect(await coldestCards(deps, all, 1)).toEqual([rated[1]]);
	await actOnCards(deps, [rated[1] as CardId], 'suspend', {});
	expect(await coldestCards(deps, all, 1)).toEqual([rated[2]]);
	expect(await coldestCards(deps, rated.slice(3), 5)).toEqual([rated[3]]);
});
