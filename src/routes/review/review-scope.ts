import type { Card } from '#deck/card.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { SessionScope } from '#session/scope.ts';
import type { App } from '../app.ts';
import { isInSection } from '../browse/browse-scope.ts';

/**
 * What a session is about, as its address says: `?deck=ID`, `?note=ID`, `?section=TITLE` (of the deck; repeated, outermost
 * first), `?lines=FROM-TO` (of the note), `?minutes=N`, `?ahead=DAYS`, `?cram` for all of these cards, due or not, and
 * `?coldest=N` for those of them that are least likely to be recalled now. A number that is none is passed over.
 */
export async function reviewScope(
	parameters: URLSearchParams,
	app: Pick<App, 'library' | 'scheduler' | 'clock'>
): Promise<SessionScope> {
	const deckId = parameters.get('deck') as DeckId | null;
	const noteId = parameters.get('note') as NoteId | null;
	const place = {
		deckId,
		noteId,
		section: parameters.getAll('section'),
		lines: lineRange(parameters.get('lines'))
	};
	const isCram = parameters.has('cram');
	const minutes = wholeNumber(parameters.get('minutes'));
	const aheadDays = wholeNumber(parameters.get('ahead'));
	const coldest = wholeNumber(parameters.get('coldest'));
	const isPart = place.section.length > 0 || place.lines !== undefined || isCram || coldest !== undefined;
	const needsCards = isPart && (deckId !== null || noteId !== null);
	return {
		...(deckId !== null && { deckIds: [deckId] }),
		...(noteId !== null && { noteIds: [noteId] }),
		...(needsCards && { cardIds: await coldestOf(await cardsOf(app, place), coldest, app) }),
		...(isCram && { isCram }),
		...(minutes !== undefined && { minutes }),
		...(aheadDays !== undefined && { aheadDays })
	};
}

interface Place {
	readonly deckId: DeckId | null;
	readonly noteId: NoteId | null;
	readonly section: readonly string[];
	readonly lines: readonly [from: number, to: number] | undefined;
}

/** Cards are read only where their section or line is asked for: of a note alone, or of the whole deck. */
async function cardsOf({ library }: Pick<App, 'library'>, place: Place): Promise<readonly CardId[]> {
	const isWhole = place.section.length === 0 && place.lines === undefined;
	if (place.noteId === null && place.deckId !== null && isWhole)
		return (await library.notes(place.deckId)).flatMap(({ cardIds }) => cardIds);
	const ids: CardId[] = [];
	const keep = (card: Card) => {
		const [from, to] = place.lines ?? [0, Infinity];
		const { line } = card.source;
		if (isInSection(card.path, place.section) && from <= line && line <= to) ids.push(card.id);
	};
	if (place.noteId !== null) (await library.note(place.noteId))?.cards.forEach(keep);
	else if (place.deckId !== null)
		for await (const cards of library.eachCard(place.deckId)) cards.forEach(({ card }) => keep(card));
	return ids;
}

async function coldestOf(
	cardIds: readonly CardId[],
	count: number | undefined,
	app: Pick<App, 'library' | 'scheduler' | 'clock'>
): Promise<readonly CardId[]> {
	if (count === undefined) return cardIds;
	const { coldestCards } = await import('#session/coldest-cards.ts');
	return coldestCards({ ...app, scheduler: await app.scheduler() }, cardIds, count);
}

/** 1 to 999, or undefined. */
const wholeNumber = (text: string | null): number | undefined =>
	text !== null && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;

/** `12-80`, or undefined. */
function lineRange(text: string | null): Place['lines'] {
	const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
	return from === undefined || to === undefined ? undefined : [Number(from), Number(to)];
}
