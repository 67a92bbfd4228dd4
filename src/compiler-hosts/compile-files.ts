import { compileNotes } from '#compiler/compile-notes.ts';
import type { Compilation, CompileOptions } from '#compiler/compilation.ts';
import { decodeNotes, type RawFile } from './decode-notes.ts';

/** Files -> deck. A file that cannot be read as a note is reported, and the others compile. */
export function compileFiles(files: readonly RawFile[], options: CompileOptions): Compilation {
	const { notes, refusals } = decodeNotes(files);
	const compilation = compileNotes(notes, options);
	return { ...compilation, diagnostics: [...refusals, ...compilation.diagnostics] };
}
