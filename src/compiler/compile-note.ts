import type { Asset } from '#deck/deck.ts';
import type { AssetHash } from '#deck/ids.ts';
import { detectLanguage } from './1-read/detect-language.ts';
import { imageSources } from './1-read/image-sources.ts';
import type { NoteSettings } from './1-read/note-settings.ts';
import { readNote } from './1-read/read-note.ts';
import { extractNote, type ExtractedNote } from './2-extract/extract-note.ts';
import type { Granularity } from './2-extract/extraction.ts';
import { escapeHtml } from './4-emit/escape-html.ts';
import { highlightCode } from './4-emit/highlight-code.ts';
import { newImageRenderer } from './4-emit/render-image.ts';
import type { RenderContext } from './4-emit/render-context.ts';
import { newMathRenderer } from './4-emit/math-renderer.ts';
import type { MathRenderer, MissingImage, NoteFile } from './compilation.ts';
import type { Diagnostic } from './diagnostics.ts';
import { candidatesOf, type Candidate } from './3-identify/prints.ts';
import { newReporter } from './reporter.ts';

/** One note, compiled but for the ids of its cards, which depend on all notes of the deck. */
export interface CompiledNote extends ExtractedNote {
	readonly file: string;
	readonly lang: string;
	readonly settings: NoteSettings;
	readonly markdown: string;
	readonly diagnostics: readonly Diagnostic[];
	readonly assets: readonly Asset[];
	readonly missingImages: readonly MissingImage[];
	/** Pictures it names: the hash of what was at hand, by address. */
	readonly imageHashes: ReadonlyMap<string, AssetHash | undefined>;
	readonly hasMath: boolean;
	/** Its cards, then its open points, as they are compared with those of the last compile. */
	readonly candidates: readonly Candidate[];
}

/** What compiling one note depends on beside its text. */
export interface NoteOptions {
	/** Undefined: told by the text. */
	readonly lang: string | undefined;
	readonly granularity: Granularity;
	readonly images: ReadonlyMap<string, Asset>;
	readonly highlight: boolean;
	readonly renderMath: MathRenderer | undefined;
}

/** Phases 1, 2 and 4 for one file. Pure; no text makes it throw. */
export function compileNote(file: NoteFile, options: NoteOptions): CompiledNote {
	const { report, diagnostics } = newReporter(file);
	const read = readNote(file, report);
	const { settings } = read;
	const lang = settings.lang ?? options.lang ?? detectLanguage(read.text);
	const images = newImageRenderer(file.path, options.images, lang, report);
	const math = newMathRenderer(options.renderMath, report);
	const context: RenderContext = {
		lang,
		report,
		highlight: options.highlight ? highlightCode : escapeHtml,
		image: images.render,
		math: math.render
	};
	const extracted = extractNote(
		read,
		{
			lang,
			granularity: settings.granularity ?? options.granularity,
			isReversed: settings.isReversed,
			isOff: settings.isOff,
			tags: settings.tags
		},
		context
	);
	for (const source of imageSources(read)) images.ask(source);
	return {
		...extracted,
		file: file.path,
		title: settings.title ?? extracted.title,
		lang,
		settings,
		markdown: read.text,
		diagnostics,
		assets: images.shown(),
		missingImages: images.missing(),
		imageHashes: images.asked(),
		hasMath: math.isUsed(),
		candidates: candidatesOf(extracted)
	};
}
