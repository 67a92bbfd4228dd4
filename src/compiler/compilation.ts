import type { CardKind, SourceSpan } from '#deck/card.ts';
import type { Deck } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { Diagnostic } from './diagnostics.ts';

/** One Markdown file to compile. */
export interface NoteFile {
	/** Relative to the deck's folder, `/` between folders. */
	readonly path: string;
	readonly text: string;
}

export interface CompileOptions {
	readonly deck: { readonly id: DeckId; readonly title?: string; readonly lang?: string };
	/** Of the last compile: its cards keep their ids. */
	readonly identities?: Identities;
	/** Makes a new random id. Absent: ids are derived from the content, good only for reading. */
	readonly mintCardId?: () => CardId;
}

/** What a compile yields; `compileNotes` never throws on any text. */
export interface Compilation {
	readonly deck: Deck;
	readonly verdicts: readonly Verdict[];
	readonly diagnostics: readonly Diagnostic[];
	readonly stats: CompileStats;
	/** To hand in at the next compile. */
	readonly identities: Identities;
}

/** What became of one block of a note: one for every block, so that nothing is dropped silently. */
export interface Verdict {
	readonly source: SourceSpan;
	readonly verdict: 'card' | 'container' | 'open' | 'skipped';
	/** Stable code: why. Listed in docs/diagnostics.md. */
	readonly reason: string;
	readonly cardIds: readonly CardId[];
}

export interface CompileStats {
	readonly files: number;
	readonly blocks: number;
	readonly cards: number;
	readonly openQuestions: number;
	readonly cardsByKind: Readonly<Partial<Record<CardKind, number>>>;
}
