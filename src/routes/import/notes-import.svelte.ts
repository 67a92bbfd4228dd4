import type { Compilation } from '#compiler/compilation.ts';
import { compileInWorker } from '#compiler-hosts/worker-client.ts';
import workerUrl from '#compiler-hosts/worker.ts?worker&url';
import type { DeckId } from '#deck/ids.ts';
import { LibraryError, type InstallReport, type Library } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import { libraryProblem } from '../library-problem.ts';
import { trustedScriptUrl } from '../trusted-script-url.ts';
import { deckOfFiles } from './deck-of-files.ts';

type Phase = 'choosing' | 'compiling' | 'report' | 'kept';

/** Notes on their way into the library: read, compiled in a worker, shown, and only then kept. */
export class NotesImport {
	#phase = $state<Phase>('choosing');
	#compilation = $state.raw<Compilation>();
	#report = $state.raw<InstallReport>();
	#problem = $state<string>();
	#isUpdate = $state(false);
	#abort: AbortController | undefined;
	readonly #library: Library;

	constructor(library: Library) {
		this.#library = library;
	}

	get phase(): Phase {
		return this.#phase;
	}
	get compilation(): Compilation | undefined {
		return this.#compilation;
	}
	get report(): InstallReport | undefined {
		return this.#report;
	}
	/** What went wrong, for the person; nothing in the library has changed then. */
	get problem(): string | undefined {
		return this.#problem;
	}
	/** A deck of the same name is in the library, and is brought up to these notes. */
	get isUpdate(): boolean {
		return this.#isUpdate;
	}

	async read(files: readonly File[]): Promise<void> {
		this.#problem = undefined;
		const chosen = deckOfFiles(files);
		if (chosen === undefined) {
			this.#problem = m.no_markdown_files();
			return;
		}
		this.#phase = 'compiling';
		this.#abort = new AbortController();
		try {
			this.#compilation = await this.#compile(chosen, this.#abort.signal);
			this.#phase = 'report';
		} catch (error) {
			if (!this.#abort.signal.aborted) this.#problem = m.compile_failed({ reason: String(error) });
			this.#phase = 'choosing';
		}
	}

	async #compile(chosen: NonNullable<ReturnType<typeof deckOfFiles>>, signal: AbortSignal) {
		const id = chosen.id as DeckId;
		const identities = await this.#library.identities(id);
		this.#isUpdate = identities !== undefined;
		const files = await Promise.all(
			chosen.files.map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) }))
		);
		const options = { deck: { id, title: chosen.title }, ...(identities && { identities }) };
		return compileInWorker(startWorker, files, options, signal);
	}

	keep = async (): Promise<void> => {
		const compilation = this.#compilation;
		if (compilation === undefined) return;
		this.#problem = undefined;
		try {
			this.#report = await this.#library.installDeck(compilation.deck, {
				origin: 'imported',
				assets: compilation.assets,
				identities: compilation.identities
			});
			this.#phase = 'kept';
		} catch (error) {
			this.#problem = libraryProblem(error instanceof LibraryError ? error.code : 'failed');
		}
	};

	cancel = (): void => this.#abort?.abort();

	startOver = (): void => {
		this.#phase = 'choosing';
		this.#compilation = undefined;
		this.#report = undefined;
		this.#problem = undefined;
	};
}

const startWorker = () => new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
