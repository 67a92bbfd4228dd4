import type { FormerText } from './former-text.ts';
import type { AssetHash, CardId, NoteId } from './ids.ts';

/** Persisted and part of the compile contract: never rename one. */
export const cardKinds = [
	'basic',
	'reverse',
	'cloze',
	'list',
	'steps',
	'compare',
	'command',
	'choice',
	'image'
] as const;
export type CardKind = (typeof cardKinds)[number];

/** HTML that the compiler sanitised; it is sanitised once more, by another parser, before it reaches the DOM. */
export type Html = string;

/** Where something stands in its note's file; lines count from 1, both ends included. */
export interface SourceSpan {
	readonly file: string;
	readonly line: number;
	readonly endLine: number;
}

/** One question asked. */
export interface Card {
	readonly id: CardId;
	readonly noteId: NoteId;
	readonly kind: CardKind;
	/** Breadcrumb: the titles around the card, outermost first, as plain text. */
	readonly path: readonly string[];
	/** Plain text of each face, without markup: for search, lists and reading aloud. */
	readonly frontText: string;
	readonly backText: string;
	readonly front: Html;
	readonly back: Html;
	readonly source: SourceSpan;
	readonly tags: readonly string[];
	/** Pictures and sounds the faces show, by content; `<img data-asset="HASH">` in the HTML. */
	readonly media: readonly AssetHash[];
	/**
	 * `GROUP/KEY`: cards of one block share GROUP and are siblings; KEY tells them apart by content, never by position
	 * (so that a bullet put before others shifts nobody's reviews). See `siblingGroup`.
	 */
	readonly siblingKey: string;
	/** BCP 47, e.g. `zh-Hant-TW` or `en`: chooses glyphs, line breaking and voice. */
	readonly lang: string;
	/** What the kind's own interaction needs; absent where showing the back is all there is. */
	readonly parts?: CardParts;
	/** What the library adds to a card that was reviewed before its text changed; no compiler sets it. */
	readonly former?: FormerText;
}

/** What an interaction works with, in the order of the note. */
export type CardParts =
	/** steps: the order matters; list: it does not. */
	| { readonly kind: 'steps' | 'list'; readonly items: readonly Html[] }
	/** The two sides and, when the card asks "which one?", the right one of them. */
	| {
			readonly kind: 'compare';
			readonly sides: readonly [string, string];
			readonly answer?: 0 | 1;
	  }
	| { readonly kind: 'command'; readonly command: string; readonly language: string }
	| { readonly kind: 'choice'; readonly options: readonly Html[]; readonly answers: readonly number[] };

/** Cards with the same group are siblings: they stand in one block and would spoil each other. */
export const siblingGroup = (card: Pick<Card, 'siblingKey' | 'noteId'>): string =>
	`${card.noteId}:${card.siblingKey.split('/', 1)[0] ?? ''}`;
