import {
	backupFormat,
	backupVersion,
	noCounts,
	type BackupEnd,
	type BackupHeader,
	type BackupRecord
} from './backup-format.ts';
import { createSha256, type StreamingHash } from './streaming-hash.ts';

export interface WriteOptions {
	/** ISO 8601. */
	readonly exportedAt: string;
	readonly createHash?: () => StreamingHash;
}

/**
 * A backup file in pieces of bounded size, UTF-8.
 * @param records decks first, each followed by its cards; in groups of any size
 */
export async function* writeBackup(
	records: AsyncIterable<readonly BackupRecord[]>,
	{ exportedAt, createHash = createSha256 }: WriteOptions
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const hash = createHash();
	const counts = { ...noCounts };
	const encode = (lines: readonly object[]) => {
		const bytes = encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
		hash.update(bytes);
		return bytes;
	};
	const header: BackupHeader = { t: 'header', format: backupFormat, version: backupVersion, exportedAt };
	yield encode([header]);
	for await (const group of records) {
		for (let from = 0; from < group.length; from += pieceLines) {
			const lines = group.slice(from, from + pieceLines);
			for (const { t } of lines) counts[t]++;
			yield encode(lines);
		}
	}
	const end: BackupEnd = { t: 'end', counts, sha256: hash.digest() };
	yield encoder.encode(`${JSON.stringify(end)}\n`);
}

const encoder = new TextEncoder();
const pieceLines = 1_000;
