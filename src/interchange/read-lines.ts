import { BackupError } from './backup-error.ts';

/** Whole lines of a file, as they arrive. */
export interface LineGroup {
	readonly lines: readonly string[];
	/** All bytes of these lines, newlines included. */
	readonly bytes: Uint8Array;
	/** Of the first of these lines, from 1. */
	readonly firstLine: number;
}

/**
 * Cuts a stream of bytes at its newlines. A last line without one is still a line.
 * @throws BackupError where the bytes are no UTF-8, or a line is longer than any backup's
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LineGroup> {
	let firstLine = 1;
	let pieces: Uint8Array[] = [];
	let pending = 0;
	const group = (bytes: Uint8Array): LineGroup => {
		const lines = decode(bytes, firstLine).split('\n');
		if (lines.at(-1) === '') lines.pop();
		const read = { lines, bytes, firstLine };
		firstLine += lines.length;
		return read;
	};
	for await (const chunk of chunks) {
		const end = chunk.lastIndexOf(newline) + 1;
		if (end > 0) yield group(join([...pieces, chunk.subarray(0, end)]));
		pieces = end > 0 ? [chunk.slice(end)] : [...pieces, chunk.slice()];
		pending = end > 0 ? chunk.length - end : pending + chunk.length;
		if (pending > longestLine) throw new BackupError('not-a-backup', firstLine, 'the line does not end');
	}
	if (pending > 0) yield group(join(pieces));
}

const newline = 10;
/** A deck's line holds the Markdown of all its notes. */
const longestLine = 512 * 1024 * 1024;

function join(pieces: readonly Uint8Array[]): Uint8Array {
	const [only] = pieces;
	if (only !== undefined && pieces.length === 1) return only;
	const joined = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		joined.set(piece, at);
		at += piece.length;
	}
	return joined;
}

function decode(bytes: Uint8Array, firstLine: number): string {
	try {
		// A byte order mark is text too: it was not there when the file was written.
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new BackupError('altered', firstLine, 'here or soon after, the file is not UTF-8 text');
	}
}
