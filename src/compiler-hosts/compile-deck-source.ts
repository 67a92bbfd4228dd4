import type { Compilation, CompileOptions, MathRenderer } from '#compiler/compilation.ts';
import { compileFiles } from './compile-files.ts';
import { loadImages } from './load-images.ts';
import type { DeckSource } from './read-deck-source.ts';

/**
 * A deck on disk, with its pictures and formulas. Compiles twice where a note shows any: first to learn that. Notes
 * that show none come from the cache the second time.
 */
export async function compileDeckSource(
	source: DeckSource,
	options: Omit<CompileOptions, 'deck' | 'images' | 'renderMath'> & { readonly fetchImages?: boolean }
): Promise<Compilation> {
	const { fetchImages = false, ...rest } = options;
	const compileOptions: CompileOptions = { ...rest, deck: { id: source.id } };
	const first = compileFiles(source.files, compileOptions);
	if (first.missingImages.length === 0 && !first.hasMath) return first;
	const images = await loadImages(first.missingImages, { folder: source.folder, fetchRemote: fetchImages });
	return compileFiles(source.files, {
		...compileOptions,
		images,
		...(first.hasMath && { renderMath: await loadMath() })
	});
}

/** KaTeX is large: it is loaded only when a note has a formula. */
const loadMath = async (): Promise<MathRenderer> =>
	(await import('#compiler/4-emit/render-math.ts')).renderMath;
