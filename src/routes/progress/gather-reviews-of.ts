import type { CardId } from '#deck/ids.ts';
import type { Library, LogPart, LogPlace } from '#library/library.ts';
import {
	cardsConcerned,
	patchReviews,
	rebindsIn,
	ReviewGatherer,
	type GatheredReviews
} from '#progress/gather-reviews.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { MemoryModel, ParameterSet } from '#scheduler/memory-model.ts';

/** What was gathered of the log, with how much of the log that was, and what the memory model's parameters were then. */
export interface KeptReviews extends GatheredReviews {
	readonly parameters: ParameterSet;
	readonly place: LogPlace;
}

type ReadLog = Pick<Library, 'logAfter' | 'eventsOfCards'>;

interface Gathering {
	readonly model: MemoryModel;
	readonly parameters: ParameterSet;
	/** Told how many events there are to be read, then of each piece. */
	readonly onCount: (events: number) => void;
	readonly onRead: (events: number) => void;
}

/** More new events than this are not cheaper to bring in card by card. */
const mostPatched = 5_000;

/**
 * All reviews of a log. Of what was gathered before, only what is new to it is read.
 * @param kept of an earlier gathering, the same object where nothing is new
 */
export async function gatherReviewsOf(
	library: ReadLog,
	kept: KeptReviews | undefined,
	gathering: Gathering
): Promise<KeptReviews> {
	const { parameters } = gathering;
	const isUsable = kept !== undefined && JSON.stringify(kept.parameters) === JSON.stringify(parameters);
	const part = isUsable ? await library.logAfter(kept.place) : undefined;
	if (!isUsable || part === undefined || part.count > mostPatched) return gatherAll(library, gathering);
	const events = await readPart(part, gathering);
	if (events.length === 0 && isSamePlace(part.place, kept.place)) return kept;
	const concerned = cardsConcerned(kept.rebinds, events);
	const eventsOf = await loadLineages(library, concerned);
	const { model } = gathering;
	return { ...patchReviews(kept, events, concerned, eventsOf, model), parameters, place: part.place };
}

async function gatherAll(
	library: ReadLog,
	{ model, parameters, onCount, onRead }: Gathering
): Promise<KeptReviews> {
	const part = await library.logAfter();
	// Without a place there is nothing that could be gone.
	if (part === undefined) throw new Error('The log could not be read from its beginning.');
	onCount(part.count);
	const gatherer = new ReviewGatherer();
	for await (const piece of part.pieces) {
		gatherer.add(piece);
		onRead(piece.length);
	}
	return { ...gatherer.gathered(model), parameters, place: part.place };
}

async function readPart(part: LogPart, { onCount, onRead }: Gathering): Promise<readonly LogEvent[]> {
	onCount(part.count);
	const events: LogEvent[] = [];
	for await (const piece of part.pieces) {
		events.push(...piece);
		onRead(piece.length);
	}
	return events;
}

const isSamePlace = (a: LogPlace, b: LogPlace): boolean =>
	a.sealed.length === b.sealed.length && a.tail.length === b.tail.length;

/** All events of the cards, and of those that they continue. */
async function loadLineages(
	library: ReadLog,
	cards: Iterable<CardId>
): Promise<(cardId: CardId) => readonly LogEvent[]> {
	const loaded = new Map<CardId, readonly LogEvent[]>();
	let missing = [...cards];
	while (missing.length > 0) {
		const lists = await library.eventsOfCards(missing);
		missing.forEach((id, index) => loaded.set(id, lists[index] ?? []));
		const sources = new Set(rebindsIn(lists.flat()).map(([from]) => from));
		missing = [...sources].filter((id) => !loaded.has(id));
	}
	return (cardId) => loaded.get(cardId) ?? [];
}
