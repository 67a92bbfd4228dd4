import { finish, hashText } from '#review-log/hash-text.ts';

/**
 * A number in [0, 1), always the same for a card and a count: what looks random to a person is the same on every device.
 * SplitMix32 (Steele, Lea, Flood 2014) over a hash of both. Part of the log's format: it decides due dates after a merge.
 * @param count scheduling events of the card before this one (`reviewMark.count`)
 */
export function seededRandom(seed: string, count: number): number {
	const { high, low } = hashText(seed);
	return finish(high ^ finish(low + Math.imul(count + 1, 0x9e3779b9))) / 2 ** 32;
}
