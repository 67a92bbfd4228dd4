import type { CardFacts } from './card-facts.ts';

/** What a list can be sorted by, in the order in which it is offered. */
export const sortFields = ['order', 'due', 'difficulty', 'stability', 'recall', 'lapses'] as const;
export type SortField = (typeof sortFields)[number];

export interface Sorting {
	readonly field: SortField;
	readonly isDescending: boolean;
}

/** Cards without the number (new ones) come last, either way round; equal ones in the order of the notes. */
export function compareCards({ field, isDescending }: Sorting): (a: CardFacts, b: CardFacts) => number {
	const sign = isDescending ? -1 : 1;
	return (a, b) => {
		const [keyA, keyB] = [keyOf(a, field), keyOf(b, field)];
		if (keyA === keyB) return a.order - b.order;
		if (keyA === undefined) return 1;
		if (keyB === undefined) return -1;
		return sign * (keyA - keyB);
	};
}

function keyOf(card: CardFacts, field: SortField): number | undefined {
	switch (field) {
		case 'order':
			return card.order;
		case 'due':
			return card.dueInDays;
		case 'difficulty':
			return card.difficulty;
		case 'stability':
			return card.stabilityDays;
		case 'recall':
			return card.recall;
		case 'lapses':
			return card.lapses;
	}
}
