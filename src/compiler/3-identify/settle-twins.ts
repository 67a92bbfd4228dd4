import type { CardId } from '#deck/ids.ts';
import { contentKey, placeKey, type Candidate } from './prints.ts';

/**
 * Cards that nothing tells apart, not even their place, have their ids in order: so the next compile of the same notes
 * gives them the same ones, whatever was minted.
 */
export function settleTwins(candidates: readonly Candidate[], ids: Map<Candidate, CardId>): void {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	for (const { row } of candidates) {
		const key = contentKey(row);
		if (seen.has(key)) repeated.add(key);
		seen.add(key);
	}
	if (repeated.size === 0) return;
	const twinsByPlace = new Map<string, Candidate[]>();
	for (const candidate of candidates) {
		const key = contentKey(candidate.row);
		if (!repeated.has(key)) continue;
		const place = `${key} ${placeKey(candidate.row)}`;
		const twins = twinsByPlace.get(place);
		if (twins === undefined) twinsByPlace.set(place, [candidate]);
		else twins.push(candidate);
	}
	for (const twins of twinsByPlace.values()) {
		const inOrder = twins.flatMap((twin) => ids.get(twin) ?? []).sort();
		twins.forEach((twin, at) => ids.set(twin, inOrder[at] as CardId));
	}
}
