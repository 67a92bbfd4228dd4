import type { Card, SourceSpan } from './card.ts';
import type { AssetHash, DeckId, NoteId } from './ids.ts';

/** An unanswered question of a note: listed, never scheduled. */
export interface OpenQuestion {
	readonly id: string;
	readonly noteId: NoteId;
	readonly path: readonly string[];
	readonly text: string;
	readonly source: SourceSpan;
	/** Stable code: `todo`, `no-answer`, `empty`, `link-only`, … (docs/diagnostics.md). */
	readonly reason: string;
}

/** One Markdown file, compiled. */
export interface Note {
	readonly id: NoteId;
	/** Path inside the deck, `/` between folders: `02-images.md`. */
	readonly file: string;
	readonly title: string;
	readonly lang: string;
	/** In the order in which they stand in the note: it is the order in which new cards are met. */
	readonly cards: readonly Card[];
	readonly openQuestions: readonly OpenQuestion[];
	/** The Markdown as it was compiled: it can be read in the app, and compiled again. */
	readonly markdown: string;
	/** Pictures that it names: what was stored, by the address that the compiler asks for. */
	readonly images?: Readonly<Record<string, AssetHash>>;
}

/** A picture or sound of a deck, stored for offline use. */
export interface Asset {
	readonly hash: AssetHash;
	/** MIME type by magic bytes, not by name. */
	readonly type: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a compile yields. */
export interface Deck {
	readonly id: DeckId;
	readonly title: string;
	readonly lang: string;
	readonly description?: string;
	/** Digest of all cards: equal versions hold equal cards, so installing one twice changes nothing. */
	readonly version: string;
	readonly notes: readonly Note[];
}
