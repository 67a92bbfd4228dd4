import type { CardId, DeckId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { Instant } from '#time/instant.ts';
import { writeEvents, type ActionDeps } from './act-on-cards.ts';

/** A card that was reviewed and whose text is no longer in its deck's notes. */
export interface Orphan {
	readonly cardId: CardId;
	/** As it was asked last. */
	readonly question: string;
	/** The titles around it, outermost first. */
	readonly path: readonly string[];
	readonly reviews: number;
	/** Undefined where it was forgotten since. */
	readonly lastReviewAt: Instant | undefined;
}

/**
 * Key of the setting that says that a person has decided about an orphan: its reviews were handed on, or it was let go.
 * Either way it is listed no more; its events stay in the log.
 */
export const orphanKey = (cardId: CardId): string => `orphan.${cardId}`;

/** The orphans of a deck that nothing was decided about, last reviewed first. One that was never reviewed is none: nothing is lost with it. */
export async function readOrphans(library: Library, deckId: DeckId): Promise<readonly Orphan[]> {
	const { rows } = (await library.identities(deckId)) ?? { rows: [] };
	const gone = rows.filter(({ state, kind }) => state === 'orphan' && kind !== 'open');
	if (gone.length === 0) return [];
	const ids = gone.map(({ id }) => id);
	const [records, refs, settings] = await Promise.all([
		library.records(ids),
		library.refs(ids),
		library.settings()
	]);
	return gone
		.flatMap(({ id, question, path }, index): Orphan[] => {
			const record = records[index];
			// A card that another deck has now is there, with its reviews.
			const isElsewhere = refs[index] !== undefined;
			const isDecided = (settings.get(orphanKey(id)) ?? null) !== null;
			if (record === undefined || record.reps === 0 || isElsewhere || isDecided) return [];
			const { state } = record;
			const lastReviewAt = state.kind === 'new' ? undefined : state.lastReviewAt;
			return [{ cardId: id, question, path, reviews: record.reps, lastReviewAt }];
		})
		.sort((a, b) => (b.lastReviewAt ?? 0) - (a.lastReviewAt ?? 0));
}

/**
 * The card continues the orphan's reviews, beside its own. In the log, so that every device agrees, a new version of the
 * deck changes nothing, and it can be undone.
 * @returns the events written, for `undoEvents`
 */
export const rebindOrphan = (deps: ActionDeps, orphan: CardId, card: CardId): Promise<readonly LogEvent[]> =>
	writeEvents(deps, [
		{ cardId: card, type: 'rebind', payload: { from: orphan } },
		{ cardId: '', type: 'setting', payload: { key: orphanKey(orphan), value: card } }
	]);

/** Lists an orphan no more. Should its text come back, so do its reviews. */
export const letOrphanGo = (deps: ActionDeps, orphan: CardId): Promise<readonly LogEvent[]> =>
	writeEvents(deps, [{ cardId: '', type: 'setting', payload: { key: orphanKey(orphan), value: 'let-go' } }]);
