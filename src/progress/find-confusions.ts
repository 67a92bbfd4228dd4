import type { CardId } from '#deck/ids.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { CardText } from './card-text.ts';
import { findTwins } from './find-twins.ts';
import type { ReviewTable } from './review-table.ts';

/** Two cards that seem to be taken for each other. */
export interface Confusion {
	readonly cards: readonly [CardId, CardId];
	/** Study days on which both were forgotten, where they are more than chance explains. */
	readonly sharedDays: number;
	/** They ask nearly the same. */
	readonly areTwins: boolean;
	/** They tell the two sides of one comparison apart. */
	readonly areCompared: boolean;
}

const leastLapses = 2;
const leastSharedDays = 3;
/** On a day on which so much is forgotten, two cards have little to do with each other. */
const mostOnDay = 40;

/**
 * The surest first.
 * @param cards suspended ones left out
 * @param studyDays how many days there were on which a card could be forgotten
 */
export function findConfusions(
	cards: readonly CardText[],
	failedDays: ReadonlyMap<CardId, ReadonlySet<StudyDay>>,
	studyDays: number
): readonly Confusion[] {
	const forgotten = cards.filter(({ lapses }) => lapses >= leastLapses);
	const pairs = new Map<string, Confusion>();
	const note = (a: CardId, b: CardId, found: Partial<Confusion>) => {
		const both: [CardId, CardId] = a < b ? [a, b] : [b, a];
		const key = both.join('\n');
		const former = pairs.get(key) ?? { cards: both, sharedDays: 0, areTwins: false, areCompared: false };
		pairs.set(key, { ...former, ...found });
	};
	for (const [id, twins] of findTwins(forgotten, forgotten))
		for (const twin of twins) note(id, twin.id, { areTwins: true });
	for (const [a, b] of comparedPairs(forgotten)) note(a, b, { areCompared: true });
	const ids = new Set(forgotten.map(({ id }) => id));
	for (const [a, b, sharedDays] of failedTogether(ids, failedDays, studyDays)) note(a, b, { sharedDays });
	const weight = ({ sharedDays, areTwins, areCompared }: Confusion) =>
		sharedDays + 3 * Number(areTwins) + 3 * Number(areCompared);
	return [...pairs.values()].sort((a, b) => weight(b) - weight(a) || (a.cards[0] < b.cards[0] ? -1 : 1));
}

function comparedPairs(cards: readonly CardText[]): readonly (readonly [CardId, CardId])[] {
	const groups = new Map<string, CardId[]>();
	for (const { id, kind, siblingGroup } of cards)
		if (kind === 'compare') groups.set(siblingGroup, [...(groups.get(siblingGroup) ?? []), id]);
	return [...groups.values()].flatMap((ids) =>
		ids.flatMap((a, place) => ids.slice(place + 1).map((b) => [a, b] as const))
	);
}

/** Pairs forgotten on the same days, twice as often as chance has it and on half of the days of one of them. */
function failedTogether(
	ids: ReadonlySet<CardId>,
	failedDays: ReadonlyMap<CardId, ReadonlySet<StudyDay>>,
	studyDays: number
): readonly (readonly [CardId, CardId, number])[] {
	const byDay = new Map<StudyDay, CardId[]>();
	for (const [id, days] of failedDays) {
		if (!ids.has(id)) continue;
		for (const day of days) {
			const ofDay = byDay.get(day);
			if (ofDay === undefined) byDay.set(day, [id]);
			else ofDay.push(id);
		}
	}
	const shared = new Map<CardId, Map<CardId, number>>();
	for (const ofDay of byDay.values()) {
		if (ofDay.length > mostOnDay) continue;
		ofDay.forEach((a, place) => {
			const counts = shared.get(a) ?? new Map<CardId, number>();
			shared.set(a, counts);
			for (const b of ofDay.slice(place + 1)) counts.set(b, (counts.get(b) ?? 0) + 1);
		});
	}
	const sizeOf = (id: CardId) => failedDays.get(id)?.size ?? 0;
	return Array.from(shared).flatMap(([a, counts]) =>
		Array.from(counts).flatMap(([b, count]) => {
			const byChance = (sizeOf(a) * sizeOf(b)) / studyDays;
			const isMuch = count >= leastSharedDays && count >= Math.min(sizeOf(a), sizeOf(b)) / 2;
			return isMuch && count >= 2 * byChance ? [[a, b, count] as const] : [];
		})
	);
}

/** Study days on which each card was forgotten after an interval of a day or more. */
export function failedDaysOf(table: ReviewTable): ReadonlyMap<CardId, ReadonlySet<StudyDay>> {
	const days = new Map<CardId, Set<StudyDay>>();
	table.cardIds.forEach((id, place) => {
		for (let row = table.starts[place] ?? 0; row < (table.starts[place + 1] ?? 0); row++) {
			if (table.rating[row] !== 1 || (table.intervalBefore[row] ?? -1) < 1) continue;
			days.set(id, (days.get(id) ?? new Set()).add(table.day[row] ?? 0));
		}
	});
	return days;
}
