import type { CardId } from '#deck/ids.ts';
import type { CardText } from './card-text.ts';
import { findCauses, type Cause } from './find-causes.ts';
import { failedDaysOf, findConfusions, type Confusion } from './find-confusions.ts';
import { findTwins } from './find-twins.ts';
import type { ReviewTable } from './review-table.ts';

/** A card that takes more than it gives. */
export interface Leech {
	readonly id: CardId;
	readonly lapses: number;
	/** False where it is only on the way to be one. */
	readonly isLeech: boolean;
	readonly causes: readonly Cause[];
}

export interface Troubles {
	readonly leeches: readonly Leech[];
	readonly confusions: readonly Confusion[];
	/** Every card that is named in them. */
	readonly cards: ReadonlyMap<CardId, CardText>;
}

/** Half of what makes a leech by default. */
const manyLapses = 4;
/** More than these nobody mends in one go; when they are mended, the next ones come. */
const most = { leeches: 50, confusions: 30 };

/** Leeches and cards on the way there, the worst first, with what may be the cause; and cards taken for each other. */
export function findTroubles(all: readonly CardText[], table: ReviewTable): Troubles {
	const active = all.filter(({ isSuspended }) => !isSuspended);
	const bad = active
		.filter(({ isLeech, lapses }) => isLeech || lapses >= manyLapses)
		.sort((a, b) => Number(b.isLeech) - Number(a.isLeech) || b.lapses - a.lapses)
		.slice(0, most.leeches);
	const twins = findTwins(bad, active);
	const leeches = bad.map((card) => ({
		id: card.id,
		lapses: card.lapses,
		isLeech: card.isLeech,
		causes: findCauses(card, twins.get(card.id) ?? [])
	}));
	const confusions = findConfusions(active, failedDaysOf(table), new Set(table.day).size).slice(
		0,
		most.confusions
	);
	const named = new Set<CardId>([
		...leeches.flatMap(({ id, causes }) => [id, ...causes.flatMap(twinsIn)]),
		...confusions.flatMap(({ cards }) => cards)
	]);
	const cards = new Map(active.flatMap((card) => (named.has(card.id) ? [[card.id, card] as const] : [])));
	return { leeches, confusions, cards };
}

const twinsIn = (cause: Cause): readonly CardId[] => (cause.kind === 'twins' ? cause.twins : []);
