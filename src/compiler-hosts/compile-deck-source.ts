import type { Compilation, CompileOptions, MathRenderer } from '#compiler/compilation.ts';
import { newCompileCache, type CompileCache } from '#compiler/compile-cache.ts';
import type { Asset } from '#deck/deck.ts';
import { compileFiles } from './compile-files.ts';
import type { ImageFailure } from './fetch-images.ts';
import { loadImages } from './load-images.ts';
import type { DeckSource } from './read-deck-source.ts';

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
		/** Kept by who compiles again and again. */
		readonly cache?: SourceCache;
	}
): Promise<Compilation> {
	const { fetchImages = false, onImageFailure, cache = newSourceCache(), ...rest } = options;
	const compile = (): Compilation =>
		compileFiles(source.files, {
			...rest,
			deck: { id: source.id },
			cache: cache.notes,
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
	const first = compile();
	const needsMath = first.hasMath && cache.renderMath === undefined;
	if (first.missingImages.length === 0 && !needsMath) return first;
	const found = await loadImages(first.missingImages, { folder: source.folder, fetchRemote: fetchImages });
	for (const failure of found.failures) onImageFailure?.(failure);
	if (found.images.size === 0 && !needsMath) return first;
	cache.images = new Map([...cache.images, ...found.images]);
	if (needsMath) cache.renderMath = await loadMath();
	return compile();
}

/** KaTeX is large: it is loaded only when a note has a formula. */
const loadMath = async (): Promise<MathRenderer> =>
	(await import('#compiler/4-emit/render-math.ts')).renderMath;
