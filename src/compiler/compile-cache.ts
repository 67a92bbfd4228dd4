import type { CompileOptions, NoteFile } from './compilation.ts';
import type { Identification } from './3-identify/identify-cards.ts';
import type { AssembledNote } from './assemble-note.ts';
import { compileNote, type CompiledNote, type NoteOptions } from './compile-note.ts';

/**
 * Kept from compile to compile of one deck, so that the next one costs the notes that changed. Made by
 * `newCompileCache`, filled by `compileNotes`.
 */
export interface CompileCache {
	readonly notes: Map<string, CachedNote>;
	assembled: ReadonlyMap<CompiledNote, AssembledNote>;
	identification: Identification | undefined;
}

interface CachedNote {
	readonly text: string;
	readonly options: NoteOptions;
	readonly note: CompiledNote;
}

export const newCompileCache = (): CompileCache => ({
	notes: new Map(),
	assembled: new Map(),
	identification: undefined
});

/**
 * The note from the cache when nothing changed that it shows; else compiled, and kept.
 * @param run what runs the compile; undefined comes of it where that was stopped
 */
export function compileNoteCached(
	file: NoteFile,
	options: NoteOptions,
	cache: CompileCache,
	run: NonNullable<CompileOptions['runFile']>
): CompiledNote | undefined {
	const known = cache.notes.get(file.path);
	if (known?.text === file.text && isSame(known, options)) return known.note;
	const done = run(file, () => compileNote(file, options));
	if (done === undefined) return undefined;
	cache.notes.set(file.path, { text: file.text, options, note: done.value });
	return done.value;
}

/** Pictures and formulas count where the note has some. */
const isSame = ({ options, note }: CachedNote, next: NoteOptions): boolean =>
	options.lang === next.lang &&
	options.granularity === next.granularity &&
	options.highlight === next.highlight &&
	(!note.hasMath || options.renderMath === next.renderMath) &&
	[...note.imageHashes].every(([address, hash]) => next.images.get(address)?.hash === hash);
