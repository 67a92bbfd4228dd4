import type { Card } from '#deck/card.ts';
import type { Asset, Deck } from '#deck/deck.ts';
import type { AssetHash, DeckId, NoteId } from '#deck/ids.ts';
import type {
	AssetLine,
	BackupCounts,
	BackupRecord,
	CardLine,
	DeckLine,
	EventLine
} from '#interchange/backup-format.ts';
import { fromBase64 } from '#interchange/base64.ts';
import { readBackup } from '#interchange/read-backup.ts';
import { verifyBackup } from '#interchange/verify-backup.ts';
import type { Library } from '#library/library.ts';
import { hashText } from '#review-log/hash-text.ts';
import type { EventId, LogEvent } from '#review-log/log-event.ts';
import type { OpenFile } from './file-chunks.ts';

/** What a file would bring. */
export interface RestorePreview {
	/** All that it holds. */
	readonly holds: BackupCounts;
	readonly newEvents: number;
	/** Decks that are not here. Those that are stay as they are: theirs may be the newer notes. */
	readonly newDecks: readonly { readonly id: DeckId; readonly title: string }[];
	readonly newCards: number;
}

export interface RestoreReport {
	readonly recorded: number;
	/** Events that were here already. */
	readonly known: number;
	readonly installedDecks: number;
}

/**
 * Reads a file to its end; changes nothing.
 * @throws BackupError where the file is not to be trusted
 */
export async function previewRestore(library: Library, open: OpenFile): Promise<RestorePreview> {
	const installed = new Set((await library.decks()).map(({ id }) => id));
	const known = await knownEvents(library);
	const newDecks: { id: DeckId; title: string }[] = [];
	let newEvents = 0;
	let newCards = 0;
	const look = (record: BackupRecord) => {
		if (record.t === 'event') newEvents += Number(!known.has(shortId(record.id)));
		if (record.t === 'deck' && !installed.has(record.id))
			newDecks.push({ id: record.id, title: record.title });
		if (record.t === 'card') newCards += Number(!installed.has(record.deckId));
	};
	const holds = await verifyBackup(open(), { look });
	return { holds, newEvents, newDecks, newCards };
}

/**
 * Unites a file with what is here: its events are added to the log, decks that are missing are installed. The file is
 * read twice, and nothing is written before it is known to be whole. Doing it again changes nothing.
 * @throws BackupError where the file is not to be trusted; rejects with a `LibraryError` where it cannot be kept
 */
export async function applyRestore(library: Library, open: OpenFile): Promise<RestoreReport> {
	await verifyBackup(open());
	const installed = new Set((await library.decks()).map(({ id }) => id));
	const parts: DeckParts = { decks: new Map(), cards: new Map(), assets: new Map() };
	const report = await library.recordAll(
		eventsAside(readBackup(open(), { isVerified: true }), installed, parts)
	);
	for (const deck of parts.decks.values()) await install(library, deck, parts);
	return { recorded: report.recorded, known: report.known, installedDecks: parts.decks.size };
}

/** What missing decks are put together from: a deck is installed as a whole. */
interface DeckParts {
	readonly decks: Map<DeckId, DeckLine>;
	readonly cards: Map<NoteId, CardLine[]>;
	/** Of all decks of the file, packed as they came: each is small, and only those wanted are unpacked. */
	readonly assets: Map<AssetHash, AssetLine>;
}

/** Lets events through, and lays what belongs to missing decks aside. */
async function* eventsAside(
	groups: AsyncIterable<readonly BackupRecord[]>,
	installed: ReadonlySet<DeckId>,
	parts: DeckParts
): AsyncGenerator<readonly LogEvent[]> {
	for await (const records of groups) {
		const events: LogEvent[] = [];
		for (const record of records) {
			if (record.t === 'event') events.push(withoutTag(record));
			else if (record.t === 'asset') parts.assets.set(record.hash, record);
			else if (record.t === 'deck' && !installed.has(record.id)) parts.decks.set(record.id, record);
			else if (record.t === 'card' && !installed.has(record.deckId)) addCard(parts, record);
		}
		if (events.length > 0) yield events;
	}
}

function addCard({ cards }: DeckParts, card: CardLine): void {
	const ofNote = cards.get(card.noteId);
	if (ofNote === undefined) cards.set(card.noteId, [card]);
	else ofNote.push(card);
}

async function install(library: Library, line: DeckLine, parts: DeckParts): Promise<void> {
	const { t: _t, origin, notes, identities, ...head } = line;
	const deck: Deck = {
		...head,
		notes: notes.map((note) => ({ ...note, cards: (parts.cards.get(note.id) ?? []).map(toCard) }))
	};
	const media = new Set(
		deck.notes.flatMap(({ cards, images = {} }) => [
			...cards.flatMap((card) => card.media),
			...Object.values(images)
		])
	);
	const assets = [...media].flatMap((hash) => parts.assets.get(hash) ?? []).map(toAsset);
	await library.installDeck(deck, { origin, assets, ...(identities !== undefined && { identities }) });
}

function toCard({ t: _t, deckId: _deckId, ...card }: CardLine): Card {
	return card;
}

const toAsset = ({ hash, type, base64 }: AssetLine): Asset => ({ hash, type, bytes: fromBase64(base64) });

function withoutTag({ t: _t, ...event }: EventLine): LogEvent {
	// Taking a field that every member has away from a union leaves the union.
	return event;
}

/** Ids of the log in a form of which a million fit into memory. */
async function knownEvents(library: Library): Promise<ReadonlySet<number>> {
	const known = new Set<number>();
	for await (const events of library.log()) for (const { id } of events) known.add(shortId(id));
	return known;
}

/** 53 bits of an id's hash: enough to count by. */
function shortId(id: EventId): number {
	const { high, low } = hashText(id);
	return (high >>> 11) * 2 ** 32 + low;
}
