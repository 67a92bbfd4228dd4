import type { CardId } from '#deck/ids.ts';
import type { CardText } from './card-text.ts';
import { textTokens } from './text-tokens.ts';

export interface Twin {
	readonly id: CardId;
	/** Share of their words that both questions have: 2·|a ∩ b| / (|a| + |b|). */
	readonly likeness: number;
}

const leastLikeness = 0.8;

type Question = Pick<CardText, 'id' | 'front' | 'siblingGroup'>;

/**
 * Cards whose questions are nearly the same, for each of those asked about, the likest first. (Siblings are alike on
 * purpose: gaps of one sentence.) By an index of the words asked about, so that many cards cost no more than their words.
 */
export function findTwins(
	asked: readonly Question[],
	all: Iterable<Question>
): ReadonlyMap<CardId, readonly Twin[]> {
	const tokens = asked.map(({ front }) => textTokens(front));
	const placesByToken = new Map<string, number[]>();
	tokens.forEach((words, place) => {
		for (const word of words) {
			const places = placesByToken.get(word);
			if (places === undefined) placesByToken.set(word, [place]);
			else places.push(place);
		}
	});
	const twins = asked.map((): Twin[] => []);
	for (const other of all) {
		const words = textTokens(other.front);
		const shared = new Map<number, number>();
		for (const word of words)
			for (const place of placesByToken.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
		for (const [place, count] of shared) {
			const one = asked[place];
			if (one === undefined || one.id === other.id || one.siblingGroup === other.siblingGroup) continue;
			const likeness = (2 * count) / (words.size + (tokens[place]?.size ?? 0));
			if (likeness >= leastLikeness) twins[place]?.push({ id: other.id, likeness });
		}
	}
	return new Map(
		asked.map(({ id }, place) => [id, (twins[place] ?? []).sort((a, b) => b.likeness - a.likeness)])
	);
}
