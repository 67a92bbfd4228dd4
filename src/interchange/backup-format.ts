import type { Card } from '#deck/card.ts';
import type { Deck, Note } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { AssetHash, DeckId } from '#deck/ids.ts';
import type { LogEvent, SettingValue } from '#review-log/log-event.ts';

/** Persisted names, pinned by a snapshot test. A reader refuses a greater version than its own. */
export const backupFormat = 'deckhand-backup';
export const backupVersion = 1;

/** A line between header and end. Decks come first, each followed by its cards. */
export type BackupRecord = DeckLine | CardLine | AssetLine | EventLine | SettingLine;

export interface BackupHeader {
	readonly t: 'header';
	readonly format: typeof backupFormat;
	readonly version: number;
	/** ISO 8601. */
	readonly exportedAt: string;
}

/** A deck with its notes, but without their cards: each of those is a line that follows. */
export interface DeckLine extends Omit<Deck, 'notes'> {
	readonly t: 'deck';
	readonly origin: 'shipped' | 'imported';
	readonly notes: readonly Omit<Note, 'cards'>[];
	readonly identities?: Identities;
}

export interface CardLine extends Card {
	readonly t: 'card';
	readonly deckId: DeckId;
}

export interface AssetLine {
	readonly t: 'asset';
	readonly hash: AssetHash;
	/** MIME type. */
	readonly type: string;
	readonly base64: string;
}

export type EventLine = LogEvent & { readonly t: 'event' };

/** The last value of a setting: for other programs to read. Restoring goes by the `setting` events. */
interface SettingLine {
	readonly t: 'setting';
	readonly key: string;
	readonly value: SettingValue;
}

export interface BackupEnd {
	readonly t: 'end';
	readonly counts: BackupCounts;
	/** Of all bytes before this line, hexadecimal. */
	readonly sha256: string;
}

/** Lines of each kind. */
export type BackupCounts = Readonly<Record<BackupRecord['t'], number>>;

export const noCounts: BackupCounts = { deck: 0, card: 0, asset: 0, event: 0, setting: 0 };
