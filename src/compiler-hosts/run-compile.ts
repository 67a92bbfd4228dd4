import { writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { Compilation } from '#compiler/compilation.ts';
import { rebindRows } from '#compiler/3-identify/rebind-rows.ts';
import type { Identities } from '#deck/identity.ts';
import { compileDeckSource, newSourceCache } from './compile-deck-source.ts';
import { formatReport } from './format-report.ts';
import { readLockFile, readLockText, writeLockFile } from './lock-file.ts';
import { mintCardId } from './mint-card-id.ts';
import { readDeckSource, type DeckSource } from './read-deck-source.ts';
import { sayImageFailure } from './say-image-failure.ts';
import { toCompileJson } from './to-compile-json.ts';
import { watchPath } from './watch-path.ts';

/** `npm run -s compile -- PATH …` (docs/compile.md). Exit code: 0 compiled, 1 with --strict and an error, 2 when it could not be done. */
export async function runCompile(args: readonly string[]): Promise<number> {
	try {
		const { path, flags } = readArguments(args);
		const compile = deckCompiler(path, flags);
		const code = await compile();
		if (flags.watch)
			await watchPath(path, async () => {
				await compile();
			});
		return code;
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		return 2;
	}
}

const usage = `Usage: npm run -s compile -- PATH [options]

PATH is a Markdown file or a folder of them.
  --json           print one JSON document and nothing else
  --out FILE       write the document or report to FILE
  --strict         exit 1 when there is an error
  --lock FILE      read card ids from FILE and write them to it
  --rebind OLD=NEW the card with the id NEW is the lost one with the id OLD (again for more)
  --fetch-images   ask for pictures on other servers and store them
  --watch          compile again whenever a note changes
`;

interface Flags {
	readonly json: boolean;
	readonly out?: string | undefined;
	readonly strict: boolean;
	readonly lock?: string | undefined;
	readonly rebind: readonly string[];
	readonly watch: boolean;
	readonly fetchImages: boolean;
}

function readArguments(args: readonly string[]): { readonly path: string; readonly flags: Flags } {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			json: { type: 'boolean', default: false },
			out: { type: 'string' },
			strict: { type: 'boolean', default: false },
			lock: { type: 'string' },
			rebind: { type: 'string', multiple: true, default: [] },
			watch: { type: 'boolean', default: false },
			'fetch-images': { type: 'boolean', default: false }
		}
	});
	const [path, ...more] = positionals;
	if (path === undefined || more.length > 0) throw new Error(usage);
	return { path, flags: { ...values, fetchImages: values['fetch-images'] } };
}

/** Compiles the deck at a path, each time it is called; what did not change since the last time is not compiled again. */
function deckCompiler(path: string, flags: Flags): () => Promise<number> {
	const cache = newSourceCache();
	let locked: LockState | undefined;
	let rebinds = flags.rebind;
	return async () => {
		const source = readSource(path);
		const lockPath = flags.lock ?? defaultLock(source);
		const known = lockPath === undefined ? undefined : readLock(lockPath, locked);
		const identities = rebound(known, rebinds);
		rebinds = [];
		const compilation = await compileDeckSource(source, {
			fetchImages: flags.fetchImages,
			onImageFailure: (failure) => process.stderr.write(`${sayImageFailure(failure)}\n`),
			cache,
			budgetMs: fileBudgetMs,
			...(lockPath !== undefined && { mintCardId }),
			...(identities && { identities })
		});
		if (lockPath !== undefined) {
			writeLockFile(lockPath, compilation.identities);
			locked = { text: readLockText(lockPath), identities: compilation.identities };
		}
		write(
			flags,
			flags.json ? `${toCompileJson(compilation)}\n` : formatReport(compilation, lineReader(source))
		);
		return flags.strict && hasError(compilation) ? 1 : 0;
	};
}

/**
 * What one file may take: 2 s, as in the app, and a second more for each half megabyte, since a large file is not yet one made
 * to stall the compiler.
 */
const fileBudgetMs = (bytes: number): number => 2_000 + bytes / 500;

/** The lockfile as this program wrote it. */
interface LockState {
	readonly text: string | undefined;
	readonly identities: Identities;
}

/** The very identities of the last compile, as long as nobody else wrote the file. */
const readLock = (path: string, locked: LockState | undefined): Identities | undefined =>
	locked !== undefined && readLockText(path) === locked.text ? locked.identities : readLockFile(path);

/** `OLD=NEW`, said once: what is written to the lockfile then has it. */
function rebound(known: Identities | undefined, rebinds: readonly string[]): Identities | undefined {
	if (rebinds.length > 0 && known === undefined)
		throw new Error('--rebind needs a lockfile that is there: say which with --lock FILE.');
	return rebinds.reduce((identities: Identities | undefined, rebind) => {
		const [orphan = '', card = '', ...more] = rebind.split('=');
		if (orphan === '' || card === '' || more.length > 0)
			throw new Error(`--rebind takes OLD=NEW, two card ids, not ${rebind}.`);
		return identities && rebindRows(identities, orphan, card);
	}, known);
}

function readSource(path: string): DeckSource {
	try {
		return readDeckSource(path);
	} catch (error) {
		throw new Error(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`, {
			cause: error
		});
	}
}

/** The notes we ship keep their ids in the repository; other notes only when the person says where. */
const defaultLock = (source: DeckSource): string | undefined =>
	source.lockPath.startsWith(resolve('decks') + sep) ? source.lockPath : undefined;

function write(flags: Flags, text: string): void {
	if (flags.out === undefined) process.stdout.write(text);
	else writeFileSync(flags.out, text);
}

function lineReader(source: DeckSource): (file: string, line: number) => string {
	const linesByFile = new Map<string, readonly string[]>();
	return (path, line) => {
		const file = source.files.find((candidate) => candidate.path === path);
		const lines = linesByFile.get(path) ?? new TextDecoder().decode(file?.bytes).split(/\r?\n/);
		linesByFile.set(path, lines);
		return lines[line - 1] ?? '';
	};
}

const hasError = (compilation: Compilation): boolean =>
	compilation.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
