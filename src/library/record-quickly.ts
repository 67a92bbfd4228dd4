import type { LogEvent } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { tailChanges } from './append-to-log.ts';
import type { Connection } from './connection.ts';
import { logCountsIn } from './log-counts.ts';
import { projectLast } from './project-events.ts';
import { ProjectionRows, type ProjectionTables } from './projection-rows.ts';
import type { QuickTransaction } from './quick-transaction.ts';
import type { Recording } from './record-events.ts';

const tables = ['meta', 'tail', 'decks', 'states', 'due', 'days'] as const;

/**
 * The usual answer: one event of a card that was just shown, after all that the card has. Undefined where it is not that;
 * then nothing was written.
 */
export function recordQuickly(
	connection: Connection,
	events: readonly LogEvent[],
	recording: Recording
): Promise<CardRecord | undefined> {
	const [event] = events;
	if (event === undefined || events.length > 1 || !isHinted(event, recording))
		return Promise.resolve(undefined);
	return connection.write(tables, async (transaction) => {
		// A second attempt looks again: the first may have written it.
		const record = isHinted(event, recording) ? await writeAnswer(transaction, event, recording) : undefined;
		if (record === undefined) transaction.abort();
		else await transaction.done;
		return record;
	});
}

/** Tried once: an event of unknown outcome is looked up before it is written again. */
const isHinted = ({ id, cardId }: LogEvent, { hints, attempted }: Recording): boolean =>
	cardId !== '' && hints.of(cardId) !== undefined && !attempted.has(id);

async function writeAnswer(
	transaction: QuickTransaction,
	event: LogEvent,
	{ scheduler, hints, attempted }: Recording
): Promise<CardRecord | undefined> {
	const rows = new ProjectionRows(tablesOf(transaction), hints);
	const [stored, isFound] = await Promise.all([
		transaction.get('meta', 'log'),
		rows.loadHinted(event.cardId),
		rows.loadTouched([event])
	]);
	const counts = logCountsIn(stored);
	const record = isFound && !counts.isUnsettled ? projectLast(rows, event, scheduler) : undefined;
	if (record === undefined) return undefined;
	const changes = await rows.takeChanges();
	attempted.add(event.id);
	transaction.finish([...tailChanges(counts, [event]), ...changes]);
	return record;
}

const tablesOf = (transaction: QuickTransaction) =>
	Object.fromEntries(
		(['homes', 'states', 'due', 'histories', 'days', 'decks', 'tail'] as const).map((name) => [
			name,
			transaction.table(name)
		])
	) as unknown as ProjectionTables;
