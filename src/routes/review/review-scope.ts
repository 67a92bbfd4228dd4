import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { SessionScope } from '#session/scope.ts';
import { isInSection } from '../browse/browse-scope.ts';

/**
 * What a session is about, as its address says: `?deck=ID`, `?note=ID`, `?section=TITLE` (of the deck; repeated, outermost
 * first), `?minutes=N`, `?ahead=DAYS`, and `?cram` for all of these cards, due or not. A number that is none is passed over.
 */
export async function reviewScope(
	parameters: URLSearchParams,
	library: Pick<Library, 'eachCard'>
): Promise<SessionScope> {
	const deckId = parameters.get('deck') as DeckId | null;
	const noteId = parameters.get('note') as NoteId | null;
	const section = parameters.getAll('section');
	const isCram = parameters.has('cram');
	const minutes = wholeNumber(parameters.get('minutes'));
	const aheadDays = wholeNumber(parameters.get('ahead'));
	const needsCards = deckId !== null && (section.length > 0 || isCram);
	return {
		...(deckId !== null && { deckIds: [deckId] }),
		...(noteId !== null && { noteIds: [noteId] }),
		...(needsCards && { cardIds: await cardsOf(library, deckId, noteId, section) }),
		...(isCram && { isCram }),
		...(minutes !== undefined && { minutes }),
		...(aheadDays !== undefined && { aheadDays })
	};
}

async function cardsOf(
	library: Pick<Library, 'eachCard'>,
	deckId: DeckId,
	noteId: NoteId | null,
	section: readonly string[]
): Promise<readonly CardId[]> {
	const ids: CardId[] = [];
	for await (const cards of library.eachCard(deckId)) {
		for (const { card } of cards) {
			if ((noteId ?? card.noteId) === card.noteId && isInSection(card.path, section)) ids.push(card.id);
		}
	}
	return ids;
}

/** 1 to 999, or undefined. */
const wholeNumber = (text: string | null): number | undefined =>
	text !== null && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;
