import type { Note } from '#deck/deck.ts';
import type { AssetHash, NoteId } from '#deck/ids.ts';
import type { AssetLine, BackupRecord, CardLine, DeckLine } from '#interchange/backup-format.ts';
import { toBase64 } from '#interchange/base64.ts';
import { writeBackup } from '#interchange/write-backup.ts';
import type { DeckSummary, Library } from '#library/library.ts';
import type { Instant } from '#time/instant.ts';

/** All that a library holds, as a backup file in pieces. Rejects with a `LibraryError`. */
export const exportBackup = (library: Library, now: Instant): AsyncGenerator<Uint8Array<ArrayBuffer>> =>
	writeBackup(backupRecords(library), { exportedAt: new Date(now).toISOString() });

/** `2026-11-24.deckhand.ndjson`, by the local date. */
export const backupFileName = (localDate: string, isPacked: boolean): string =>
	`${localDate}.deckhand.ndjson${isPacked ? '.gz' : ''}`;

async function* backupRecords(library: Library): AsyncGenerator<readonly BackupRecord[]> {
	const media = new Set<AssetHash>();
	for (const deck of await library.decks()) yield* deckRecords(library, deck, media);
	for (const hash of media) {
		const asset = await library.asset(hash);
		if (asset === undefined) continue;
		const line: AssetLine = { t: 'asset', hash, type: asset.type, base64: toBase64(asset.bytes) };
		yield [line];
	}
	const settings = await library.settings();
	yield Array.from(settings, ([key, value]) => ({ t: 'setting' as const, key, value }));
	for await (const events of library.log()) yield events.map((event) => ({ t: 'event' as const, ...event }));
}

/** The deck's line, then its cards, a note at a time. */
async function* deckRecords(
	library: Library,
	deck: DeckSummary,
	media: Set<AssetHash>
): AsyncGenerator<readonly BackupRecord[]> {
	const noteIds = (await library.notes(deck.id)).map(({ id }) => id);
	yield [await deckLine(library, deck, noteIds)];
	for (const noteId of noteIds) {
		const { cards = [], images = {} } = (await library.note(noteId)) ?? {};
		for (const hash of [...cards.flatMap((card) => card.media), ...Object.values(images)]) media.add(hash);
		yield cards.map((card): CardLine => ({ t: 'card', deckId: deck.id, ...card }));
	}
}

async function deckLine(library: Library, deck: DeckSummary, noteIds: readonly NoteId[]): Promise<DeckLine> {
	const notes: DeckLine['notes'][number][] = [];
	for (const noteId of noteIds) {
		const note = await library.note(noteId);
		if (note !== undefined) notes.push(withoutCards(note));
	}
	const identities = await library.identities(deck.id);
	return {
		t: 'deck',
		id: deck.id,
		title: deck.title,
		lang: deck.lang,
		...(deck.description !== null && { description: deck.description }),
		version: deck.version,
		origin: deck.origin,
		notes,
		...(identities !== undefined && { identities })
	};
}

const withoutCards = ({ cards: _cards, ...note }: Note): Omit<Note, 'cards'> => note;
