import type { CardId } from '#deck/ids.ts';
import type { SessionDeps } from './session-deps.ts';

/**
 * Of these cards, so many that are least likely to be recalled now, the coldest first. Suspended cards and those never
 * reviewed are left out: there is nothing to recall of them.
 */
export async function coldestCards(
	{ library, scheduler, clock }: Pick<SessionDeps, 'library' | 'scheduler' | 'clock'>,
	cardIds: readonly CardId[],
	count: number
): Promise<readonly CardId[]> {
	const at = clock.now();
	const records = await library.records(cardIds);
	return records
		.flatMap((record) => {
			const recall = record && !record.isSuspended ? scheduler.retrievability(record, at) : null;
			return record && recall !== null ? [{ cardId: record.cardId, recall }] : [];
		})
		.sort((a, b) => a.recall - b.recall)
		.slice(0, count)
		.map(({ cardId }) => cardId);
}
