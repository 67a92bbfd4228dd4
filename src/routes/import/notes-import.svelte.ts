import type { Compilation } from '#compiler/compilation.ts';
import type { RawFile } from '#compiler-hosts/decode-notes.ts';
import { maxTotalBytes, type ImageFailure } from '#compiler-hosts/fetch-images.ts';
import type { WorkerCompileOptions } from '#compiler-hosts/worker-messages.ts';
import type { Asset } from '#deck/deck.ts';
import type { DeckId } from '#deck/ids.ts';
import { LibraryError, type InstallReport, type Library } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import { readPreset } from '#scheduler/read-preset.ts';
import { compileInApp } from '../compile-in-app.ts';
import { noteCompiledAs } from '../compiled-as.ts';
import { knownImages } from '../known-images.ts';
import { libraryProblem } from '../library-problem.ts';
import { systemClock } from '../system.ts';
import { deckOfFiles } from './deck-of-files.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { remotePictures } from './remote-pictures.ts';

type Phase = 'choosing' | 'compiling' | 'report' | 'kept';

/** What is compiled, once or again with more pictures. */
interface Source {
	readonly files: readonly RawFile[];
	readonly options: WorkerCompileOptions;
}

/** Notes on their way into the library: read, compiled in a worker, shown, and only then kept. */
export class NotesImport {
	#phase = $state<Phase>('choosing');
	#compilation = $state.raw<Compilation>();
	#report = $state.raw<InstallReport>();
	#problem = $state<string>();
	#isUpdate = $state(false);
	#fetched = $state<number>();
	#failures = $state.raw<readonly ImageFailure[]>([]);
	#stored = $state(0);
	#source: Source | undefined;
	#abort: AbortController | undefined;
	/** By address: fetched now, or stored with the deck before. */
	#images: readonly (readonly [string, Asset])[] = [];
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
	/** Pictures on other servers, which nobody was asked for yet. */
	get remotePictures(): readonly string[] {
		return remotePictures(this.#compilation?.missingImages ?? [], this.#failures);
	}
	/** How many were asked for so far, while they are being fetched. */
	get fetched(): number | undefined {
		return this.#fetched;
	}
	get pictureFailures(): readonly ImageFailure[] {
		return this.#failures;
	}
	/** Pictures that fetching brought. */
	get storedPictures(): number {
		return this.#stored;
	}

	async read(files: readonly File[]): Promise<void> {
		this.startOver();
		const chosen = deckOfFiles(files);
		if (chosen === undefined) {
			this.#problem = m.no_markdown_files();
			return;
		}
		this.#phase = 'compiling';
		this.#abort = new AbortController();
		try {
			this.#source = await this.#open(chosen);
			this.#compilation = await this.#compile(this.#abort.signal);
			this.#phase = 'report';
		} catch (error) {
			if (!this.#abort.signal.aborted) this.#problem = m.compile_failed({ reason: String(error) });
			this.#phase = 'choosing';
		}
	}

	async #open(chosen: NonNullable<ReturnType<typeof deckOfFiles>>): Promise<Source> {
		const id = chosen.id as DeckId;
		const [identities, settings, decks] = await Promise.all([
			this.#library.identities(id),
			this.#library.settings(),
			this.#library.decks()
		]);
		this.#isUpdate = decks.some((deck) => deck.id === id);
		this.#images = [...(await knownImages(this.#library, id))];
		const files = await Promise.all(
			chosen.files.map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) }))
		);
		const { granularity } = readPreset(settings, id);
		const options = {
			deck: { id, title: chosen.title },
			...(identities && { identities }),
			// Where nobody chose, a folder's own front matter may.
			...(granularity !== 'auto' && { granularity })
		};
		return { files, options };
	}

	async #compile(signal: AbortSignal): Promise<Compilation | undefined> {
		if (this.#source === undefined) return undefined;
		const { files, options } = this.#source;
		return compileInApp(files, { ...options, images: asMap(this.#images) }, signal);
	}

	/** Asks other servers for the pictures that are missing: only ever by the press of the button that says so. */
	fetchPictures = async (): Promise<void> => {
		const addresses = this.remotePictures;
		const abort = (this.#abort = new AbortController());
		this.#problem = undefined;
		this.#fetched = 0;
		try {
			const held = [...(this.#compilation?.assets ?? [])].reduce((sum, { bytes }) => sum + bytes.length, 0);
			const { images, failures } = await fetchPictures(
				{ addresses, room: maxTotalBytes - held },
				(done) => (this.#fetched = done),
				abort.signal
			);
			this.#images = [...this.#images, ...images];
			if (images.size > 0) this.#compilation = await this.#compile(abort.signal);
			this.#failures = [...this.#failures, ...failures];
			this.#stored += images.size;
		} catch (error) {
			if (!abort.signal.aborted) this.#problem = m.import_pictures_failed({ reason: String(error) });
		}
		this.#fetched = undefined;
	};

	/** Those that could not be had may be asked for once more. */
	retryPictures = (): Promise<void> => {
		this.#failures = [];
		return this.fetchPictures();
	};

	keep = async (): Promise<void> => {
		const compilation = this.#compilation;
		if (compilation === undefined) return;
		this.#problem = undefined;
		try {
			this.#report = await this.#library.installDeck(compilation.deck, {
				origin: 'imported',
				assets: compilation.assets,
				identities: compilation.identities,
				changedAt: systemClock.now()
			});
			const { id, version } = compilation.deck;
			await noteCompiledAs(this.#library, id, version, this.#source?.options.granularity ?? 'auto');
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
		this.#failures = [];
		this.#stored = 0;
		this.#source = undefined;
	};
}

const asMap = (images: readonly (readonly [string, Asset])[]) => new Map(images);
