import { standings, type CardFacts, type Standing } from './card-facts.ts';

export interface Known {
	readonly cards: number;
	readonly states: Readonly<Record<Standing, number>>;
	/** Σ of the probabilities of recall: how many cards are known now. */
	readonly expected: number;
	/** Cards seen at least once, by probability of recall: tenths, the least first. */
	readonly recall: readonly number[];
	/** By stability, up to each of `stabilityBorders`, and above the last. */
	readonly stability: readonly number[];
	/** By difficulty as (D − 1) / 9: tenths, the easiest first. */
	readonly difficulty: readonly number[];
}

/** Days. */
export const stabilityBorders = [1, 7, 21, 90, 365] as const;

/** What is known now. */
export function buildKnown(cards: readonly CardFacts[]): Known {
	const states = Object.fromEntries(standings.map((name) => [name, 0])) as Record<Standing, number>;
	const recall = Array.from({ length: 10 }, () => 0);
	const difficulty = Array.from({ length: 10 }, () => 0);
	const stability = Array.from({ length: stabilityBorders.length + 1 }, () => 0);
	let expected = 0;
	for (const card of cards) {
		states[card.standing]++;
		expected += card.recall ?? 0;
		if (card.recall !== null) countTenth(recall, card.recall);
		if (card.difficulty !== null) countTenth(difficulty, (card.difficulty - 1) / 9);
		if (card.stability === null) continue;
		const days = card.stability;
		const above = stabilityBorders.findIndex((border) => days <= border);
		const place = above < 0 ? stabilityBorders.length : above;
		stability[place] = (stability[place] ?? 0) + 1;
	}
	return { cards: cards.length, states, expected, recall, stability, difficulty };
}

function countTenth(bins: number[], part: number): void {
	const place = Math.max(0, Math.min(9, Math.floor(part * 10)));
	bins[place] = (bins[place] ?? 0) + 1;
}
