import type { CardId } from '#deck/ids.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { inLogOrder } from '#review-log/merge-events.ts';
import type { StudyDay } from '#time/study-day.ts';
import { textToEvents } from './event-text.ts';
import { groupBy } from './group-by.ts';
import type { QuickTransaction } from './quick-transaction.ts';
import { readHomes } from './read-decks.ts';

/** Tables in which the events of a card are found. */
export const tablesOfCardEvents = ['homes', 'histories', 'tail'] as const;
/** Tables in which the events of a day are found. */
export const tablesOfDayEvents = ['tail', 'segments', 'segmentBodies'] as const;

/** Cards that are looked up in the tail one by one; for more, it is read whole. */
const fewCards = 16;

/** In the order asked. An event may stand in the tail and in its card's history at the same time. */
export async function readEventsOfCards(
	transaction: QuickTransaction,
	cardIds: readonly (CardId | '')[]
): Promise<readonly (readonly LogEvent[])[]> {
	const [pages, tail] = await Promise.all([
		readHomes(transaction, cardIds).then((keys) => transaction.getMany('histories', keys)),
		readTail(transaction, cardIds)
	]);
	const texts = new Map(pages.flatMap((page) => [...(page?.events ?? [])]));
	const loose = groupBy(tail, ({ cardId }) => cardId);
	return cardIds.map((id) => inLogOrder([...textToEvents(texts.get(id) ?? '[]'), ...(loose.get(id) ?? [])]));
}

async function readTail(
	transaction: QuickTransaction,
	cardIds: readonly (CardId | '')[]
): Promise<readonly LogEvent[]> {
	if (cardIds.length > fewCards) return transaction.range('tail');
	const found = cardIds.map((id) => transaction.range('tail', { index: 'cardId', from: id, to: id }));
	return (await Promise.all(found)).flat();
}

/** In log order. Only the segments whose days overlap are read, and the tail, which is short. */
export async function readEventsOnDays(
	transaction: QuickTransaction,
	from: StudyDay,
	to: StudyDay
): Promise<readonly LogEvent[]> {
	const [tail, late] = await Promise.all([
		transaction.range('tail'),
		transaction.range('segments', { index: 'maxDay', from })
	]);
	const ids = late.filter(({ minDay }) => minDay <= to).map(({ id }) => id);
	const bodies = await transaction.getMany('segmentBodies', ids);
	const sealed = bodies.flatMap((body) => textToEvents(body?.events ?? '[]'));
	return inLogOrder([...tail, ...sealed].filter(({ day }) => day >= from && day <= to));
}
