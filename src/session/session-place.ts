import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { SessionScope } from './scope.ts';

/** Where a session was when its page was hidden: phones end hidden pages without a word. */
export interface SessionPlace {
	readonly cardId: CardId | undefined;
	readonly isAnswerShown: boolean;
	readonly day: StudyDay;
	/** What was typed, ticked or put in order so far; each interaction reads its own. */
	readonly draft?: string;
	/** Of this card, by then. */
	readonly reviews?: number | undefined;
}

/** Whether the card is as it was left: answered since, it is not come back to. A place of an older version does not say. */
export const isAsLeft = (place: SessionPlace, { reviewMark }: CardRecord): boolean =>
	place.reviews === undefined || place.reviews === reviewMark.count;

const localKey = 'review-session';

export const writePlace = (
	library: Pick<Library, 'writeLocal'>,
	scope: SessionScope,
	place: SessionPlace
): Promise<void> => library.writeLocal(localKey, { ...place, scope: JSON.stringify(scope) });

/** Undefined where there is none of today, or it was another kind of session. */
export async function readPlace(
	library: Pick<Library, 'readLocal'>,
	scope: SessionScope,
	today: StudyDay | Promise<StudyDay>
): Promise<SessionPlace | undefined> {
	const [stored, day] = await Promise.all([library.readLocal(localKey), today]);
	const place = stored as (SessionPlace & { scope: string }) | undefined;
	return place?.day === day && place.scope === JSON.stringify(scope) ? place : undefined;
}
