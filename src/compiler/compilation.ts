import type { CardKind, SourceSpan } from '#deck/card.ts';
import type { Asset, Deck } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import type { ForeignSchedule } from './1-read/foreign-state.ts';
import type { Granularity } from './2-extract/extraction.ts';
import type { CompileCache } from './compile-cache.ts';
import type { Diagnostic } from './diagnostics.ts';

/** One Markdown file to compile. */
export interface NoteFile {
	/** Relative to the deck's folder, `/` between folders. */
	readonly path: string;
	readonly text: string;
}

export interface CompileOptions {
	readonly deck: { readonly id: DeckId; readonly title?: string; readonly lang?: string };
	/** Of the last compile: its cards keep their ids. */
	readonly identities?: Identities;
	/** Makes a new random id. Absent: ids are derived from the content, good only for reading. */
	readonly mintCardId?: () => CardId;
	/** Pictures at hand, by the address that `Compilation.missingImages` names; they become assets of the deck. */
	readonly images?: ReadonlyMap<string, Asset>;
	/** Shows formulas; without it they are shown as code, and `Compilation.hasMath` says that there are some. */
	readonly renderMath?: MathRenderer;
	/** Kept from compile to compile: a file that did not change is not compiled again. */
	readonly cache?: CompileCache;
	/** Which cards a block of several statements gives, where the note does not say; `auto` without it. */
	readonly granularity?: Granularity;
	/**
	 * Runs the compile of one file, where a host sets it a limit; undefined where that stopped it. The file is left out then,
	 * and the host says so.
	 */
	readonly runFile?: <Value>(file: NoteFile, run: () => Value) => { readonly value: Value } | undefined;
	/** Colours code; true unless said otherwise. */
	readonly highlight?: boolean;
}

/** What a compile yields; `compileNotes` never throws on any text. */
export interface Compilation {
	readonly deck: Deck;
	readonly verdicts: readonly Verdict[];
	readonly diagnostics: readonly Diagnostic[];
	readonly stats: CompileStats;
	/** To hand in at the next compile. */
	readonly identities: Identities;
	/** Pictures that the cards show, each once. */
	readonly assets: readonly Asset[];
	/** Pictures that the notes name and `options.images` has not. */
	readonly missingImages: readonly MissingImage[];
	/** Schedules that other programs wrote beside cards: to start from, if the person wants to. */
	readonly schedules: readonly ForeignCardSchedule[];
	/** Some note has a formula: worth loading what renders them. */
	readonly hasMath: boolean;
}

export interface ForeignCardSchedule extends ForeignSchedule {
	readonly cardId: CardId;
}

export interface MissingImage {
	/** An address with `://`, or a path relative to the deck's folder. */
	readonly address: string;
	readonly isRemote: boolean;
}

/** What became of one block of a note: one for every block, so that nothing is dropped silently. */
export interface Verdict {
	readonly source: SourceSpan;
	readonly block: BlockKind;
	readonly verdict: 'card' | 'container' | 'open' | 'skipped';
	/** Stable code: why. Listed in docs/diagnostics.md. */
	readonly reason: string;
	readonly cardIds: readonly CardId[];
}

/** A formula as HTML; throws where it cannot be understood. See `4-emit/render-math.ts`. */
export type MathRenderer = (tex: string, isBlock: boolean) => string;

export type BlockKind =
	'section' | 'details' | 'item' | 'paragraph' | 'code' | 'table' | 'quote' | 'formula' | 'html' | 'rule';

export interface CompileStats {
	readonly files: number;
	readonly blocks: number;
	readonly cards: number;
	readonly openQuestions: number;
	readonly cardsByKind: Readonly<Partial<Record<CardKind, number>>>;
}
