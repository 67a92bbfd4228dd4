import type { AssetHash } from '#deck/ids.ts';
import type { ReportLine } from '../diagnostics.ts';

/** What the rendering of one note needs to know beside the text. */
export interface RenderContext {
	/** BCP 47 language of the note: placeholders are written in it. */
	readonly lang: string;
	readonly report: ReportLine;
	/** The picture as HTML: stored by its hash, or a placeholder that says what is missing. */
	readonly image: (source: string, alt: string, line: number) => RenderedImage;
	/** A formula as MathML, or its source as code. */
	readonly math: (tex: string, isBlock: boolean, line: number) => string;
	/** Code as HTML with `hljs-` classes, or merely escaped. */
	readonly highlight: (code: string, language: string) => string;
	/**
	 * The note itself is rendered, not a card: tasks for later are shown, details can be folded, and blocks say in
	 * `data-line` in which line of the source they begin.
	 */
	readonly isWholeNote?: true;
}

export interface RenderedImage {
	readonly html: string;
	/** What is read aloud in its place. */
	readonly text: string;
	readonly hash: AssetHash | undefined;
}
