import type { CardFacts } from './card-facts.ts';
import type { Operator, Property, Query, Trait } from './query.ts';

/** @param deckTitle folded title of a card's deck */
export function matches(query: Query, card: CardFacts, deckTitle: (card: CardFacts) => string): boolean {
	switch (query.kind) {
		case 'all':
			return query.of.every((part) => matches(part, card, deckTitle));
		case 'any':
			return query.of.some((part) => matches(part, card, deckTitle));
		case 'not':
			return !matches(query.of, card, deckTitle);
		case 'text':
			return card.text.includes(query.text);
		case 'is':
			return hasTrait(query.trait, card);
		case 'kind':
			return card.kind === query.cardKind;
		case 'deck':
			return card.deckId === query.name || deckTitle(card).includes(query.name);
		case 'tag':
			return card.tags.some((tag) => tag === query.name || tag.startsWith(`${query.name}/`));
		case 'prop':
			return compares(valueOf(card, query.property), query.operator, query.value);
	}
}

function hasTrait(trait: Trait, card: CardFacts): boolean {
	switch (trait) {
		case 'due':
			return card.isDue;
		case 'new':
		case 'review':
			return card.state === trait;
		case 'learning':
			return card.state === 'learning' || card.state === 'relearning';
		case 'leech':
			return card.isLeech;
		case 'suspended':
			return card.isSuspended;
		case 'buried':
			return card.isBuried;
		case 'flagged':
			return card.flag > 0;
		case 'edited':
			return card.isEdited;
	}
}

function valueOf(card: CardFacts, property: Property): number | undefined {
	switch (property) {
		case 's':
			return card.stabilityDays;
		case 'd':
			return card.difficulty;
		case 'r':
			return card.recall;
		case 'lapses':
			return card.lapses;
		case 'reps':
			return card.reps;
		case 'interval':
			return card.intervalDays;
		case 'due':
			return card.dueInDays === undefined ? undefined : Math.floor(card.dueInDays);
	}
}

/** A card that has no such number fits no comparison. */
function compares(value: number | undefined, operator: Operator, to: number): boolean {
	if (value === undefined) return false;
	switch (operator) {
		case '<':
			return value < to;
		case '<=':
			return value <= to;
		case '>':
			return value > to;
		case '>=':
			return value >= to;
		case '=':
			return value === to;
		case '!=':
			return value !== to;
	}
}
