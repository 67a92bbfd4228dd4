import type { NoteFile } from '#compiler/compilation.ts';
import { diagnose, type Diagnostic } from '#compiler/diagnostics.ts';

/** A file as it was read, before anything is known about it. */
export interface RawFile {
	/** Relative to the deck's folder, `/` between folders. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** The texts of files, and why the others cannot be compiled. Loads nothing of the compiler but its messages. */
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

type DecodedNote = { readonly note: NoteFile } | { readonly refusal: Diagnostic };

/** Larger files are no notes; compiling one would stall a phone. */
export const maxNoteBytes = 2 * 1024 * 1024;

/** The text of a file, or why it cannot be compiled. */
function decodeNote(file: RawFile): DecodedNote {
	if (file.bytes.length > maxNoteBytes) return { refusal: diagnose('file-too-large', at(file, 1)) };
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
		return { note: { path: file.path, text } };
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return { refusal: diagnose('not-utf8', at(file, firstBadLine(file.bytes))) };
	}
}

const at = (file: RawFile, line: number): Diagnostic['source'] => ({ file: file.path, line, column: 1 });

/** A line feed is never part of a longer UTF-8 character, so each line is right or wrong by itself. */
function firstBadLine(bytes: Uint8Array): number {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const feed = bytes.indexOf(0x0a, start);
		const end = feed < 0 ? bytes.length : feed;
		try {
			decoder.decode(bytes.subarray(start, end));
		} catch {
			return line;
		}
		start = end + 1;
	}
	return line;
}
