import type { CardFacts } from './card-facts.ts';
import { compareCards, type Sorting } from './compare-cards.ts';

/** Cards looked at, or moved while sorting, before the caller may pause: some milliseconds on a slow phone. */
const stepSize = 1_024;

/**
 * The cards that fit, sorted. Stops after every short step, so that whoever runs it can let the page breathe, or give it
 * up when another query was written meanwhile.
 */
export function* findCards(
	cards: Iterable<CardFacts>,
	fits: (card: CardFacts) => boolean,
	sorting: Sorting
): Generator<void, readonly CardFacts[]> {
	const compare = compareCards(sorting);
	let runs: (readonly CardFacts[])[] = [];
	let run: CardFacts[] = [];
	let looked = 0;
	for (const card of cards) {
		if (fits(card)) run.push(card);
		if (run.length === stepSize) {
			runs.push(run.sort(compare));
			run = [];
		}
		if (++looked % stepSize === 0) yield;
	}
	runs.push(run.sort(compare));
	// Bottom-up merge sort: neighbours in pairs until one run is left.
	while (runs.length > 1) {
		const merged: (readonly CardFacts[])[] = [];
		for (let index = 0; index < runs.length; index += 2)
			merged.push(yield* merge(runs[index] ?? [], runs[index + 1] ?? [], compare));
		runs = merged;
	}
	return runs[0] ?? [];
}

function* merge(
	left: readonly CardFacts[],
	right: readonly CardFacts[],
	compare: (a: CardFacts, b: CardFacts) => number
): Generator<void, readonly CardFacts[]> {
	const merged: CardFacts[] = [];
	let [l, r] = [0, 0];
	while (l < left.length || r < right.length) {
		const [a, b] = [left[l], right[r]];
		const isLeft = b === undefined || (a !== undefined && compare(a, b) <= 0);
		const next = isLeft ? a : b;
		if (isLeft) l += 1;
		else r += 1;
		if (next !== undefined) merged.push(next);
		if (merged.length % stepSize === 0) yield;
	}
	return merged;
}
