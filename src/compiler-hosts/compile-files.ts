import { compileNotes } from '#compiler/compile-notes.ts';
import type { Compilation, CompileOptions, NoteFile } from '#compiler/compilation.ts';
import type { Diagnostic } from '#compiler/diagnostics.ts';
import { decodeNote, type RawFile } from './decode-note.ts';

/** Files -> deck. A file that cannot be read as a note is reported, and the others compile. */
export function compileFiles(files: readonly RawFile[], options: CompileOptions): Compilation {
	const { notes, refusals } = decodeNotes(files);
	const compilation = compileNotes(notes, options);
	return { ...compilation, diagnostics: [...refusals, ...compilation.diagnostics] };
}

export function decodeNotes(files: readonly RawFile[]): {
	readonly notes: readonly NoteFile[];
	readonly refusals: readonly Diagnostic[];
} {
	const notes: NoteFile[] = [];
	const refusals: Diagnostic[] = [];
	for (const file of files) {
		const decoded = decodeNote(file);
		if ('note' in decoded) notes.push(decoded.note);
		else refusals.push(decoded.refusal);
	}
	return { notes, refusals };
}
