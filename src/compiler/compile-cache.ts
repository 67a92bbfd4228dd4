import type { Note } from '#deck/deck.ts';
import type { Identities, IdentityRow } from '#deck/identity.ts';
import type { Candidate } from './3-identify/prints.ts';
import type { Verdict } from './compilation.ts';
import type { CompiledNote, NoteOptions } from './compile-note.ts';

/**
 * What one compile leaves for the next, so that a file that did not change costs next to nothing: its note, which rows
 * its cards are, and what was made of both.
 */
export interface CompileCache {
	/** By file. */
	readonly notes: Map<string, CachedNote>;
	/** Of the last compile; good only for a compile that is handed the same identities. */
	identified?: {
		readonly identities: Identities;
		readonly bound: ReadonlyMap<Candidate, IdentityRow>;
		readonly emitted: ReadonlyMap<CompiledNote, EmittedNote>;
	};
}

export interface CachedNote {
	readonly text: string;
	readonly options: NoteOptions;
	readonly note: CompiledNote;
}

/** A note with the ids of its cards. */
export interface EmittedNote {
	readonly note: Note;
	readonly verdicts: readonly Verdict[];
	/** Digest of all of it that a learner sees. */
	readonly print: string;
}

export const newCompileCache = (): CompileCache => ({ notes: new Map() });
