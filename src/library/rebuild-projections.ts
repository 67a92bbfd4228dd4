import type { Card } from '#deck/card.ts';
import { logTables } from './append-to-log.ts';
import { textToEvents } from './event-text.ts';
import type { DeckRow, LibraryDatabase, NoteRow } from './library-database.ts';
import { pageKeys } from './page-keys.ts';
import { readLogCounts, writeLogCounts } from './log-counts.ts';
import { readAllHomes, unsettledRows } from './settle.ts';
import { ProjectionRows } from './projection-rows.ts';
import { projectionTables } from './record-events.ts';
import { newStatesPage } from './states-page.ts';

/** Segments that are held at a time. */
const segmentsAtOnce = 20;

/**
 * Deletes all that is computed, and lists the whole log as unsettled: `settle` computes the rest. One
 * transaction, so that no crash leaves half of it.
 */
export const clearProjections = (db: LibraryDatabase): PromiseLike<void> =>
	db.transaction(
		'rw',
		[...projectionTables(db), ...logTables(db), db.notes, db.pages, db.unsettled],
		async () => {
			const computed = [db.homes, db.states, db.due, db.histories, db.days, db.unsettled];
			await Promise.all(computed.map((table) => table.clear()));
			await placeCards(db);
			await queueLog(db);
			await writeLogCounts(db, { ...(await readLogCounts(db)), isUnsettled: true });
		}
	);

async function placeCards(db: LibraryDatabase): Promise<void> {
	const decks = await db.decks.toArray();
	for (const deck of decks.sort((a, b) => a.position - b.position)) {
		await db.decks.put({ ...deck, unseenCount: 0, suspendedCount: 0 });
		const notes = await db.notes.where('deckId').equals(deck.id).toArray();
		for (const note of notes) await placeNote(db, deck, note);
	}
}

async function placeNote(db: LibraryDatabase, deck: DeckRow, note: NoteRow): Promise<void> {
	const rows = new ProjectionRows(db);
	await rows.loadHomes(note.cardIds);
	for (const [noteId, page] of pageKeys(note)) {
		const row = await db.pages.get([noteId, page]);
		const cards = JSON.parse(row?.cards ?? '[]') as readonly Card[];
		const place = { noteId, page, deckId: deck.id, position: note.position };
		rows.states.set([noteId, page], newStatesPage(place, cards));
		for (const { id } of cards) {
			rows.setHolders(id, [...rows.holders(id), [deck.position, note.id, page]]);
			if (rows.home(id)[0] === note.id) rows.putIn(id, {});
		}
	}
	await rows.flush();
}

async function queueLog(db: LibraryDatabase): Promise<void> {
	const hints = await readAllHomes(db);
	const tail = await db.tail.toArray();
	await db.unsettled.bulkAdd(unsettledRows(tail, hints, 0));
	let listed = tail.length;
	const ids = await db.segments.toCollection().primaryKeys();
	for (let from = 0; from < ids.length; from += segmentsAtOnce) {
		const bodies = await db.segmentBodies.bulkGet(ids.slice(from, from + segmentsAtOnce));
		const events = bodies.flatMap((body) => textToEvents(body?.events ?? '[]'));
		await db.unsettled.bulkAdd(unsettledRows(events, hints, listed));
		listed += events.length;
	}
}
