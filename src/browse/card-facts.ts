import type { Card, CardKind } from '#deck/card.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { withOverlay } from '#deck/with-overlay.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { CardState } from '#scheduler/card-state.ts';
import type { Moment, Scheduler } from '#scheduler/scheduler.ts';
import { DAY_MS } from '#time/instant.ts';
import { foldText } from './fold-text.ts';

/** What a list of cards keeps of one: small, since there may be 100,000. Numbers are absent where a new card has none. */
export interface CardFacts {
	readonly cardId: CardId;
	readonly noteId: NoteId;
	readonly deckId: DeckId;
	/** Place among all cards, by decks and their notes. */
	readonly order: number;
	readonly kind: CardKind;
	readonly lang: string;
	readonly path: readonly string[];
	/** Folded. */
	readonly tags: readonly string[];
	/** The question, as long as a line shows it. */
	readonly title: string;
	/** Question, answer and breadcrumb, folded. */
	readonly text: string;
	readonly state: CardState['kind'];
	readonly isSuspended: boolean;
	readonly isBuried: boolean;
	readonly isLeech: boolean;
	readonly isEdited: boolean;
	/** Asked today, were it the only card: neither suspended nor buried. */
	readonly isDue: boolean;
	readonly flag: number;
	readonly lapses: number;
	readonly reps: number;
	/** From today; negative when late, fractions within learning steps. */
	readonly dueInDays?: number;
	readonly intervalDays?: number;
	readonly stabilityDays?: number;
	/** 1–10 */
	readonly difficulty?: number;
	/** 0–1 */
	readonly recall?: number;
}

const titleLength = 160;

export interface FactsContext {
	readonly scheduler: Pick<Scheduler, 'describeMemory' | 'retrievability'>;
	readonly moment: Moment;
}

export function factsOf(
	written: Card,
	record: CardRecord | undefined,
	place: Pick<CardFacts, 'deckId' | 'order'>,
	{ scheduler, moment }: FactsContext
): CardFacts {
	const card = withOverlay(written, record?.overlay ?? null);
	const isSuspended = record?.isSuspended ?? false;
	const isBuried = (record?.buriedUntilDay ?? -Infinity) > moment.day;
	const dueInDays = record && daysUntilDue(record.state, moment);
	const memory = record && scheduler.describeMemory(record);
	const recall = record && scheduler.retrievability(record, moment.at);
	return {
		...place,
		cardId: card.id,
		noteId: card.noteId,
		kind: card.kind,
		lang: card.lang,
		path: card.path,
		tags: card.tags.map(foldText),
		title: card.frontText.slice(0, titleLength),
		text: foldText([card.frontText, card.backText, ...card.path].join('\n')),
		state: record?.state.kind ?? 'new',
		isSuspended,
		isBuried,
		isLeech: record?.isLeech ?? false,
		isEdited: record?.overlay != null,
		isDue: dueInDays !== undefined && dueInDays <= 0 && !isSuspended && !isBuried,
		flag: record?.flag ?? 0,
		lapses: record?.lapses ?? 0,
		reps: record?.reps ?? 0,
		...(dueInDays !== undefined && { dueInDays }),
		...(record?.state.kind === 'review' && { intervalDays: record.state.intervalDays }),
		...(memory && { stabilityDays: memory.stabilityDays, difficulty: memory.difficulty }),
		...(recall != null && { recall })
	};
}

function daysUntilDue(state: CardState, { at, day }: Moment): number | undefined {
	switch (state.kind) {
		case 'new':
			return undefined;
		case 'review':
			return state.dueDay - day;
		default:
			return (state.dueAt - at) / DAY_MS;
	}
}
