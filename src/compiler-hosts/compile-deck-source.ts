import type { Compilation, CompileOptions } from '#compiler/compilation.ts';
import { compileFiles } from './compile-files.ts';
import { loadImages } from './load-images.ts';
import type { DeckSource } from './read-deck-source.ts';

/** A deck on disk with its pictures. Compiles twice where a note shows a picture: first to learn which ones. */
export async function compileDeckSource(
	source: DeckSource,
	options: Omit<CompileOptions, 'deck' | 'images'> & { readonly fetchImages?: boolean }
): Promise<Compilation> {
	const { fetchImages = false, ...rest } = options;
	const compileOptions: CompileOptions = { ...rest, deck: { id: source.id } };
	const first = compileFiles(source.files, compileOptions);
	if (first.missingImages.length === 0) return first;
	const images = await loadImages(first.missingImages, { folder: source.folder, fetchRemote: fetchImages });
	return images.size === 0 ? first : compileFiles(source.files, { ...compileOptions, images });
}
