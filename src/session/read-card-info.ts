import { siblingGroup, type Card } from '#deck/card.ts';
import type { Note } from '#deck/deck.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { KnownCard, Library } from '#library/library.ts';
import { liveEvents } from '#review-log/live-events.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { explainDue, type DueExplanation } from '#scheduler/explain-due.ts';
import type { MemoryDescription } from '#scheduler/memory-model.ts';
import { momentNow } from '#scheduler/moment.ts';
import { newRecord } from '#scheduler/new-record.ts';
import { readPreset } from '#scheduler/read-preset.ts';
import type { SessionDeps } from './session-deps.ts';
import { readShownCard } from './shown-card.ts';

/** All there is to know of a card. */
export interface CardInfo {
	/** As the note has it. */
	readonly card: Card;
	readonly record: CardRecord;
	readonly memory: MemoryDescription | null;
	/** Probability of recall now, 0–1. */
	readonly recall: number | null;
	readonly why: DueExplanation;
	/** Other cards of the same block, in the order of the note. */
	readonly siblings: readonly KnownCard[];
	/** What happened to it, latest first; undone events too. */
	readonly history: readonly HistoryEntry[];
}

export interface HistoryEntry {
	readonly event: LogEvent;
	readonly isUndone: boolean;
}

/** Undefined where no deck holds the card. Rejects with a `LibraryError`. */
export async function readCardInfo(
	{ library, scheduler, clock }: SessionDeps,
	place: { readonly cardId: CardId; readonly noteId: NoteId; readonly deckId: DeckId }
): Promise<CardInfo | undefined> {
	const note = await library.note(place.noteId);
	const [shown, [stored], unordered, settings] = await Promise.all([
		readShownCard(library, place, note),
		library.records([place.cardId]),
		library.cardEvents(place.cardId),
		library.settings()
	]);
	if (note === undefined || shown === undefined) return undefined;
	const record = stored ?? newRecord(place.cardId);
	const events = inLogOrder(unordered);
	const moment = momentNow(clock, readAppSettings(settings).rolloverHour);
	const dueDay = record.state.kind === 'review' ? record.state.dueDay : moment.day;
	const live = new Set(liveEvents(events).live);
	return {
		card: shown.card,
		record,
		memory: scheduler.describeMemory(record),
		recall: scheduler.retrievability(record, moment.at),
		why: explainDue(record, events, {
			scheduler,
			preset: readPreset(settings, place.deckId),
			siblingDueDays: shown.siblingDueDays,
			// Chance moves a date by some days at most where balancing chooses among them.
			dueCounts: await library.dueCounts(dueDay - 30, dueDay + 30)
		}),
		siblings: await readSiblings(library, shown.card, note),
		history: events
			.filter(({ type }) => type !== 'undo')
			.map((event) => ({ event, isUndone: !live.has(event) }))
			.reverse()
	};
}

async function readSiblings(library: Library, card: Card, { cards }: Note): Promise<readonly KnownCard[]> {
	const others = cards.filter((other) => other.id !== card.id && siblingGroup(other) === siblingGroup(card));
	const records = await library.records(others.map(({ id }) => id));
	return others.map((other, index) => ({ card: other, record: records[index] }));
}
