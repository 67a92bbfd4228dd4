import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import { createEventFactory } from '#review-log/create-event-factory.ts';
import type { EventPayloads, EventType, LogEvent } from '#review-log/log-event.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import type { SessionDeps } from './session-deps.ts';

export type ActionDeps = Omit<SessionDeps, 'scheduler'>;

/** What can be done to cards anywhere in the app; reviews belong to a session. */
export type CardAction = Exclude<EventType, 'review' | 'undo' | 'setting'>;

/**
 * Does the same to some cards, in one transaction: suspend them, flag them, forget them.
 * @returns the events written, for `undoEvents`; rejects with a `LibraryError`
 */
export const actOnCards = <Type extends CardAction>(
	deps: ActionDeps,
	cardIds: readonly CardId[],
	type: Type,
	payload: EventPayloads[Type]
): Promise<readonly LogEvent[]> =>
	writeEvents(
		deps,
		cardIds.map((cardId) => ({ cardId, type, payload }))
	);

/** Takes events back, last first, whatever wrote them. */
export async function undoEvents(
	deps: ActionDeps,
	events: readonly LogEvent[]
): Promise<readonly LogEvent[]> {
	const drafts = events.toReversed().map(({ id, cardId, hlc }) => ({
		cardId,
		type: 'undo' as const,
		payload: { target: id },
		knownHlc: hlc
	}));
	return writeEvents(deps, drafts);
}

export interface EventDraft {
	readonly cardId: CardId | '';
	readonly type: EventType;
	readonly payload: EventPayloads[EventType];
	/** Greatest hlc known besides the card's record. */
	readonly knownHlc?: number;
}

/** Stamps events and writes them, in one transaction. */
export async function writeEvents(
	deps: ActionDeps,
	drafts: readonly EventDraft[]
): Promise<readonly LogEvent[]> {
	const { library, clock, randomBytes } = deps;
	const { rolloverHour } = readAppSettings(await library.settings());
	const factory = createEventFactory({ deviceId: library.deviceId, clock, randomBytes, rolloverHour });
	const known = await knownHlcs(library, drafts);
	const events = drafts.map(({ cardId, type, payload, knownHlc = -Infinity }) => {
		// Type and payload of a draft belong together; TypeScript forgets that in a union.
		const event = factory.create(type, cardId, payload, Math.max(knownHlc, known.get(cardId) ?? -Infinity));
		return event;
	});
	await library.record(events);
	return events;
}

async function knownHlcs(
	library: Library,
	drafts: readonly EventDraft[]
): Promise<ReadonlyMap<CardId | '', number>> {
	const ids = [...new Set(drafts.flatMap(({ cardId }) => (cardId === '' ? [] : [cardId])))];
	const records = await library.records(ids);
	const hlcs = new Map<CardId | '', number>(
		ids.map((id, index) => [id, records[index]?.last?.hlc ?? -Infinity])
	);
	if (drafts.some(({ cardId }) => cardId === '')) {
		hlcs.set('', (await library.cardEvents('')).at(-1)?.hlc ?? -Infinity);
	}
	return hlcs;
}
