import type { Token } from 'markdown-it';

/** Where a node stands: 1-based lines of the source file, both ends included. */
interface Placed {
	readonly line: number;
	endLine: number;
}

/** A heading and all that stands under it. The root of a note is a section of level 0 without a title. */
export interface Section extends Placed {
	readonly kind: 'section';
	readonly level: number;
	readonly title: readonly Token[];
	/** The same as plain text. */
	readonly titleText: string;
	readonly children: NoteNode[];
}

/** `<details><summary>title</summary> children </details>`, wherever its tags stand. */
export interface Details extends Placed {
	readonly kind: 'details';
	readonly title: readonly Token[];
	readonly titleText: string;
	/** Line of the summary. */
	readonly titleLine: number;
	readonly hasSummary: boolean;
	readonly children: NoteNode[];
}

export interface List extends Placed {
	readonly kind: 'list';
	/** First number of an ordered list; undefined for bullets. */
	readonly start: number | undefined;
	readonly children: NoteNode[];
}

export interface Item extends Placed {
	readonly kind: 'item';
	/** Of a task list: whether `[x]`; undefined where the item is no task. */
	isDone?: boolean | undefined;
	readonly children: NoteNode[];
}

export interface Quote extends Placed {
	readonly kind: 'quote';
	readonly children: NoteNode[];
}

export interface Paragraph extends Placed {
	readonly kind: 'paragraph';
	readonly inline: readonly Token[];
	/** The same as plain text. */
	readonly text: string;
	/** Nothing but pictures, nothing but links and what separates them, or a task for later: no statement. */
	readonly holds: 'text' | 'images' | 'links' | 'todo';
}

export interface Code extends Placed {
	readonly kind: 'code';
	/** First word of the info string, lower case; empty where there is none. */
	readonly language: string;
	/** Without the indentation of the list it stands in. */
	readonly text: string;
}

export interface Table extends Placed {
	readonly kind: 'table';
	/** Rows of cells; the first row is the header. */
	readonly rows: readonly (readonly (readonly Token[])[])[];
	readonly alignments: readonly ('left' | 'center' | 'right' | undefined)[];
	/** Source line of each row. */
	readonly rowLines: readonly number[];
}

/** A formula on lines of its own. */
export interface Formula extends Placed {
	readonly kind: 'formula';
	readonly tex: string;
}

/** Raw HTML, a comment mostly: `<!-- deckhand: skip -->`. */
export interface RawHtml extends Placed {
	readonly kind: 'html';
	readonly text: string;
}

export interface Rule extends Placed {
	readonly kind: 'rule';
	/** `---` and `***` mean different things in some dialects. */
	readonly markup: string;
}

export type ParentNode = Section | Details | List | Item | Quote;
export type NoteNode = ParentNode | Paragraph | Code | Table | Formula | RawHtml | Rule;
