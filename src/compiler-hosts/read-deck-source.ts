import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { DeckId } from '#deck/ids.ts';
import { deckIdOf } from './deck-id.ts';
import type { RawFile } from './decode-notes.ts';

/** The notes of one deck on disk: a Markdown file, or a folder of them. */
export interface DeckSource {
	readonly id: DeckId;
	/** Folder that the paths of `files` start from. */
	readonly folder: string;
	readonly files: readonly RawFile[];
	/** Beside the file or folder: `docker.md` and `docker/` both have `docker.lock.json`. */
	readonly lockPath: string;
}

/** Reads a deck's notes; throws what the file system throws. Files in the order of their names. */
export function readDeckSource(path: string): DeckSource {
	const absolute = resolve(path);
	const isFolder = statSync(absolute).isDirectory();
	const folder = isFolder ? absolute : dirname(absolute);
	const paths = isFolder ? notesUnder(absolute) : [absolute];
	return {
		id: deckIdOf(absolute),
		folder,
		files: paths.map((file) => ({
			path: relative(folder, file).split(sep).join('/'),
			bytes: new Uint8Array(readFileSync(file))
		})),
		lockPath: `${absolute.replace(notePattern, '')}.lock.json`
	};
}

const notePattern = /\.(?:md|markdown)$/i;

function notesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && notePattern.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !relative(folder, file).split(sep).some(isHidden))
		.sort();
}

/** `.obsidian/`, `node_modules/`: not the person's notes. */
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** Every deck in a folder of decks: each Markdown file and each folder that holds one. */
export function deckPathsIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => !isHidden(entry.name) && basename(entry.name).toLowerCase() !== 'readme.md')
		.map((entry) => ({ path: join(folder, entry.name), isFolder: entry.isDirectory() }))
		.filter(({ path, isFolder }) => (isFolder ? notesUnder(path).length > 0 : notePattern.test(path)))
		.map(({ path }) => path)
		.sort();
}
