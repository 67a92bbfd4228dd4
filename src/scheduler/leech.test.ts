import { expect, it } from 'vitest';
import { isLeechLapse } from './leech.ts';

it.each([
	[8, [8, 12, 16, 20]],
	[3, [3, 5, 7, 9, 11, 13, 15, 17, 19]],
	[1, Array.from({ length: 20 }, (_, index) => index + 1)],
	[0, []]
])('with a threshold of %d, the leeches among 20 lapses are %j', (threshold, lapses) => {
	const leeches = Array.from({ length: 21 }, (_, index) => index).filter((count) =>
		isLeechLapse(count, threshold)
	);
	expect(leeches).toEqual(lapses);
});
