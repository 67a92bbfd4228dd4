import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { newRecord } from '#scheduler/new-record.ts';
import type { QueueCard } from './queue-card.ts';

/** A card as a queue holds it, due or not; undefined where no deck holds it any more. */
export async function readQueueCard(
	library: Library,
	cardId: CardId,
	records: readonly CardRecord[]
): Promise<QueueCard | undefined> {
	const [ref] = await library.refs([cardId]);
	if (ref === undefined) return undefined;
	const record = records.find((known) => known.cardId === cardId) ?? newRecord(cardId);
	const kind = record.state.kind === 'relearning' ? 'learning' : record.state.kind;
	return { ...ref, record, kind, dueAt: 'dueAt' in record.state ? record.state.dueAt : null };
}
