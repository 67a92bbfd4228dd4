import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Identities } from '#deck/identity.ts';

/** The identities kept beside the notes, or undefined where there is no lockfile yet. Throws on a file of another kind. */
export function readLockFile(path: string): Identities | undefined {
	if (!existsSync(path)) return undefined;
	const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
	if (!isIdentities(value)) throw new Error(`${path} is not a Deckhand lockfile, or one of a newer version.`);
	return value;
}

const isIdentities = (value: unknown): value is Identities =>
	typeof value === 'object' &&
	value !== null &&
	'version' in value &&
	value.version === 1 &&
	'rows' in value &&
	Array.isArray(value.rows);

/** The file as it stands, or undefined. */
export const readLockText = (path: string): string | undefined =>
	existsSync(path) ? readFileSync(path, 'utf8') : undefined;

/** One card a line, sorted by id, so that version control merges it line by line. Never leaves half a file. */
export function writeLockFile(path: string, identities: Identities): void {
	const rows = identities.rows.map((row) => JSON.stringify(row)).join(',\n');
	const text = `{"version":1,"rows":[\n${rows}\n]}\n`;
	if (readLockText(path) === text) return;
	writeFileSync(`${path}.new`, text);
	renameSync(`${path}.new`, path);
}
