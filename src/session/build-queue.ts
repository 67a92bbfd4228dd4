import type { CardId, DeckId } from '#deck/ids.ts';
import type { CardRef, DueCard } from '#library/library.ts';
import { seededRandom } from '#scheduler/seeded-random.ts';
import { roomToday, type RoomToday } from './day-limits.ts';
import type { Gathered } from './gather-cards.ts';
import { interleave } from './interleave.ts';
import { spreadSiblings } from './spread-siblings.ts';
import type { QueueCard } from './queue-card.ts';

/** What is to be asked today. */
export interface Queue {
	/** Steps of this study day, earliest first; they come before all else when they are due. */
	readonly learning: readonly QueueCard[];
	/** Reviews, learning left over from an earlier day, and new cards, merged evenly. */
	readonly main: readonly QueueCard[];
}

/** Puts cards due for review into the order in which they are asked. */
export type ReviewOrdering = (cards: readonly QueueCard[]) => readonly QueueCard[];

/**
 * Today's queue (scheduling rules 4.7–4.9): ordered, siblings kept apart, cut to the limits of each deck, merged.
 * Siblings are hidden only from kinds gathered later: steps, reviews, new.
 */
export function buildQueue(gathered: Gathered, order: ReviewOrdering): Queue {
	const { moment, learning, reviews, unseen } = gathered;
	const isLeftOver = (card: QueueCard) =>
		card.record.state.kind !== 'new' && card.record.state.kind !== 'review'
			? card.record.state.lastReviewDay < moment.day
			: false;
	const steps = learning.map(toStep);
	const due = order([...steps.filter(isLeftOver), ...reviews.map(toReview)]);
	const groups = new Map(gathered.groupsToday);
	const today = steps.filter((card) => !isLeftOver(card));
	for (const card of today) addToGroup(groups, card);
	const rooms = new Map(
		Array.from(gathered.presets, ([id, preset]) => [id, roomToday(preset, gathered.done.get(id) ?? none)])
	);
	const asked = takeWithin(due, rooms, 'reviews', gathered, groups);
	const fresh = takeWithin(orderNew(unseen, gathered), rooms, 'new', gathered, groups);
	return { learning: today, main: spreadSiblings(interleave(asked, fresh)) };
}

const none = { new: 0, reviews: 0 };

const toStep = (card: DueCard): QueueCard => ({
	...card,
	kind: 'learning',
	dueAt: 'dueAt' in card.record.state ? card.record.state.dueAt : null
});

const toReview = (card: DueCard): QueueCard => ({ ...card, kind: 'review', dueAt: null });
const toNew = (card: DueCard): QueueCard => ({ ...card, kind: 'new', dueAt: null });

function orderNew(unseen: readonly DueCard[], { presets, moment }: Gathered): readonly QueueCard[] {
	const place = (card: DueCard, index: number) =>
		presets.get(card.deckId)?.newOrder === 'random'
			? seededRandom(card.cardId, moment.day) * unseen.length
			: index;
	return unseen
		.map((card, index) => ({ card, place: place(card, index) }))
		.sort((a, b) => a.place - b.place)
		.map(({ card }) => toNew(card));
}

/** Those that fit, siblings of what is asked anyway left out; each takes a place of its deck's room. */
function takeWithin(
	cards: readonly QueueCard[],
	rooms: Map<DeckId, RoomToday>,
	of: keyof RoomToday,
	{ presets }: Gathered,
	groups: Map<string, ReadonlySet<CardId>>
): readonly QueueCard[] {
	return cards.filter((card) => {
		const preset = presets.get(card.deckId);
		const room = rooms.get(card.deckId);
		if (preset === undefined || room === undefined || room[of] <= 0) return false;
		const isSpoilt = [...(groups.get(card.siblingGroup) ?? [])].some((id) => id !== card.cardId);
		if (isSpoilt && isKeptApart(card, preset)) return false;
		addToGroup(groups, card);
		const reviews = room.reviews - Number(of === 'reviews' || !preset.isNewApart);
		rooms.set(card.deckId, {
			reviews,
			new: of === 'new' ? room.new - 1 : preset.isNewApart ? room.new : Math.min(room.new, reviews)
		});
		return true;
	});
}

/** Whether a card waits until tomorrow because a sibling is asked today. */
export function isKeptApart(
	{ kind }: Pick<QueueCard, 'kind'>,
	preset: {
		readonly buryNewSiblings: boolean;
		readonly buryReviewSiblings: boolean;
		readonly buryLearningSiblings: boolean;
	}
): boolean {
	if (kind === 'new') return preset.buryNewSiblings;
	return kind === 'review' ? preset.buryReviewSiblings : preset.buryLearningSiblings;
}

function addToGroup(groups: Map<string, ReadonlySet<CardId>>, { siblingGroup, cardId }: CardRef): void {
	groups.set(siblingGroup, new Set(groups.get(siblingGroup)).add(cardId));
}
