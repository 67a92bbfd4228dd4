import type { Compilation, CompileOptions, MathRenderer } from '#compiler/compilation.ts';
import { newCompileCache, type CompileCache } from '#compiler/compile-cache.ts';
import { diagnose, type Diagnostic } from '#compiler/diagnostics.ts';
import type { Asset } from '#deck/deck.ts';
import { compileFiles } from './compile-files.ts';
import type { ImageFailure } from './fetch-images.ts';
import { loadImages } from './load-images.ts';
import type { DeckSource } from './read-deck-source.ts';
import { withinBudget } from './within-budget.ts';

/** What a compile of a deck on disk leaves for the next one. */
export interface SourceCache {
	readonly notes: CompileCache;
	images: ReadonlyMap<string, Asset>;
	renderMath: MathRenderer | undefined;
}

export const newSourceCache = (): SourceCache => ({
	notes: newCompileCache(),
	images: new Map(),
	renderMath: undefined
});

/**
 * A deck on disk, with its pictures and formulas. The first compile tells which it has; where they are not at hand yet,
 * a second one shows them. Notes that have none come from the cache then.
 */
export async function compileDeckSource(
	source: DeckSource,
	options: Omit<CompileOptions, 'deck' | 'images' | 'renderMath' | 'cache'> & {
		readonly fetchImages?: boolean;
		/** Called for each picture that was asked for and could not be had. */
		readonly onImageFailure?: (failure: ImageFailure) => void;
		/** What one file may take, by its size; without it, as long as it likes. */
		readonly budgetMs?: (bytes: number) => number;
		/** Kept by who compiles again and again. */
		readonly cache?: SourceCache;
	}
): Promise<Compilation> {
	const { fetchImages = false, onImageFailure, budgetMs, cache = newSourceCache(), ...rest } = options;
	const stopped = new Map<string, Diagnostic>();
	const runFile = budgetMs && limitedRun(budgetMs, stopped);
	const compile = (): Compilation =>
		compileFiles(source.files, {
			...rest,
			deck: { id: source.id },
			cache: cache.notes,
			...(runFile && { runFile }),
			images: cache.images,
			...(cache.renderMath && { renderMath: cache.renderMath })
		});
	const known = await loadImages(
		[...cache.images.keys()].map((address) => ({
			address,
			isRemote: /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address)
		})),
		{ folder: source.folder, fetchRemote: false, known: cache.images }
	);
	cache.images = known.images;
	const first = withStopped(compile(), stopped);
	const needsMath = first.hasMath && cache.renderMath === undefined;
	if (first.missingImages.length === 0 && !needsMath) return first;
	const found = await loadImages(first.missingImages, { folder: source.folder, fetchRemote: fetchImages });
	for (const failure of found.failures) onImageFailure?.(failure);
	if (found.images.size === 0 && !needsMath) return first;
	cache.images = new Map([...cache.images, ...found.images]);
	if (needsMath) cache.renderMath = await loadMath();
	return withStopped(compile(), stopped);
}

/** Stops a file that takes too long, and names it; one that was stopped is not tried again. */
function limitedRun(
	budgetMs: (bytes: number) => number,
	stopped: Map<string, Diagnostic>
): NonNullable<CompileOptions['runFile']> {
	return (file, run) => {
		if (stopped.has(file.path)) return undefined;
		const budget = budgetMs(file.text.length);
		const done = withinBudget(run, budget);
		if (done === undefined) {
			const source = { file: file.path, line: 1, column: 1 };
			stopped.set(file.path, diagnose('too-slow', source, `${Math.round(budget / 100) / 10} s`));
		}
		return done;
	};
}

const withStopped = (compilation: Compilation, stopped: ReadonlyMap<string, Diagnostic>): Compilation =>
	stopped.size === 0
		? compilation
		: { ...compilation, diagnostics: [...stopped.values(), ...compilation.diagnostics] };

/** KaTeX is large: it is loaded only when a note has a formula. */
const loadMath = async (): Promise<MathRenderer> =>
	(await import('#compiler/4-emit/render-math.ts')).renderMath;
