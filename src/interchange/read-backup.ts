import { FieldError, fields, oneOf, readFields, text, wholeNumber } from '#review-log/read-fields.ts';
import {
	backupFormat,
	backupVersion,
	noCounts,
	type BackupCounts,
	type BackupEnd,
	type BackupHeader,
	type BackupRecord
} from './backup-format.ts';
import { BackupError } from './backup-error.ts';
import { parseRecord } from './parse-record.ts';
import { readLines } from './read-lines.ts';
import { createSha256, type StreamingHash } from './streaming-hash.ts';

export interface ReadOptions {
	readonly createHash?: () => StreamingHash;
	/** The file has just been read to its end and found whole: its digest is not computed again. */
	readonly isVerified?: boolean;
}

/**
 * The records of a backup file, in groups as they arrive. That the file is whole is known only at the end: go through
 * once (`verifyBackup`) before believing any of it.
 * @throws BackupError where the file is no backup, cut off, altered, newer, or says what cannot be
 */
export async function* readBackup(
	chunks: AsyncIterable<Uint8Array>,
	{ createHash = createSha256, isVerified = false }: ReadOptions = {}
): AsyncGenerator<readonly BackupRecord[]> {
	const hash = isVerified ? undefined : createHash();
	const counts = { ...noCounts };
	let isStarted = false;
	let end: BackupEnd | undefined;
	let lastLine = 1;
	for await (const { lines, bytes, firstLine } of readLines(chunks)) {
		lastLine = firstLine + lines.length - 1;
		if (end !== undefined) throw new BackupError('altered', firstLine, 'there is more after the end');
		const lastText = lines.at(-1) ?? '';
		const hasEnd = isStarted || lines.length > 1 ? lastText.startsWith(endStart) : false;
		hash?.update(hasEnd ? bytes.subarray(0, bytes.length - byteLength(lastText, bytes)) : bytes);
		const body = hasEnd ? lines.slice(0, -1) : lines;
		const from = isStarted ? 0 : 1;
		if (!isStarted) checkHeader(lines[0] ?? '');
		isStarted = true;
		const records = body.slice(from).map((text, index) => parseLine(text, firstLine + from + index));
		for (const { t } of records) counts[t]++;
		if (records.length > 0) yield records;
		if (hasEnd) end = parseEnd(lastText, lastLine);
	}
	if (!isStarted) throw new BackupError('cut-off', 1, 'the file is empty');
	if (end === undefined) throw new BackupError('cut-off', lastLine, 'the end of the backup is missing');
	checkEnd(end, counts, hash?.digest() ?? end.sha256, lastLine);
}

const endStart = '{"t":"end"';

/** Of the last line, with its newline if it has one. */
const byteLength = (text: string, bytes: Uint8Array) =>
	new TextEncoder().encode(text).length + Number(bytes.at(-1) === 10);

/** The header alone, from the first bytes of a file. */
function checkHeader(text: string): BackupHeader {
	const value = tryJson(text) as Partial<BackupHeader> | undefined;
	if (value?.t !== 'header' || value.format !== backupFormat) {
		throw new BackupError('not-a-backup', 1, 'this is no Deckhand backup');
	}
	const { version } = value;
	if (typeof version === 'number' && version > backupVersion) {
		throw new BackupError('newer', 1, `written in version ${version}; this app reads up to ${backupVersion}`);
	}
	if (version !== backupVersion) throw new BackupError('invalid-line', 1, 'version must be 1');
	return value as BackupHeader;
}

function parseLine(text: string, line: number): BackupRecord {
	const value = tryJson(text);
	if (value === undefined)
		throw new BackupError('invalid-line', line, 'is not JSON: the file was cut off or altered here');
	try {
		return parseRecord(value);
	} catch (error) {
		if (error instanceof FieldError) throw new BackupError('invalid-line', line, error.message);
		throw error;
	}
}

function parseEnd(text: string, line: number): BackupEnd {
	const value = tryJson(text);
	if (value === undefined) throw new BackupError('cut-off', line, 'the last line is not whole');
	try {
		return readFields(value, endRules) as unknown as BackupEnd;
	} catch (error) {
		if (error instanceof FieldError) throw new BackupError('invalid-line', line, error.message);
		throw error;
	}
}

const endRules = {
	t: oneOf(['end']),
	sha256: text(64, 64),
	counts: fields(Object.fromEntries(Object.keys(noCounts).map((name) => [name, wholeNumber(0)])))
};

function checkEnd(end: BackupEnd, counts: BackupCounts, sha256: string, line: number): void {
	if (end.sha256 !== sha256) {
		throw new BackupError('altered', line, 'the file is not as it was written: its SHA-256 differs');
	}
	for (const name of Object.keys(noCounts) as (keyof BackupCounts)[]) {
		if (end.counts[name] !== counts[name]) {
			throw new BackupError(
				'altered',
				line,
				`it should hold ${end.counts[name]} ${name} lines, and holds ${counts[name]}`
			);
		}
	}
}

function tryJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
