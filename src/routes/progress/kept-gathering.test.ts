import { expect, it } from 'vitest';
import { openTestLibrary } from '#library/open-test-library.ts';
import { eventMaker } from '#library/sample-events.ts';
import { createMemoryModel, defaultParameterSet } from '#scheduler/create-memory-model.ts';
import { gatherReviewsOf } from './gather-reviews-of.ts';
import { keepReviews, readKeptReviews } from './kept-gathering.ts';

it('what was kept in the database is taken up: one more review reads one event', async () => {
	const library = await openTestLibrary();
	const { review } = eventMaker();
	await library.record(Array.from({ length: 1_500 }, (_, index) => review(`c${index % 90}`)));
	let read = 0;
	const gathering = {
		model: createMemoryModel(defaultParameterSet),
		parameters: defaultParameterSet,
		onCount: () => undefined,
		onRead: (count: number) => (read += count)
	};
	await keepReviews(library, await gatherReviewsOf(library, undefined, gathering));
	expect(read).toBe(1_500);
	read = 0;
	await library.record([review('c1')]);
	const { table } = await gatherReviewsOf(library, await readKeptReviews(library), gathering);
	expect(read).toBe(1);
	expect(table.day).toHaveLength(1_501);
});
