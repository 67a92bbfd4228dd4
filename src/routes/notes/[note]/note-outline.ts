import type { NotePart, RenderedNote } from '#compiler/render-note.ts';
import type { Html } from '#deck/card.ts';

/** A rendered note with its sections and pieces of text numbered, each in the order of the note. */
export interface NoteOutline {
	readonly parts: readonly OutlinePart[];
	readonly sections: readonly OutlineSection[];
	readonly pieces: readonly OutlinePiece[];
}

export type OutlinePart = OutlineSection | OutlinePiece;

export interface OutlineSection {
	readonly kind: 'heading' | 'details';
	readonly index: number;
	/** Index of the section around it; -1 where there is none. */
	readonly parent: number;
	/** Place among sections and pieces together. */
	readonly order: number;
	/** 2–6 for headings. */
	readonly level: number;
	readonly line: number;
	readonly endLine: number;
	readonly title: Html;
	readonly titleText: string;
	readonly parts: readonly OutlinePart[];
}

export interface OutlinePiece {
	readonly kind: 'text';
	readonly index: number;
	readonly parent: number;
	readonly order: number;
	readonly line: number;
	readonly endLine: number;
	readonly html: Html;
}

/** @param title of the note: a lone heading that says the same is not said twice */
export function outlineOf({ parts }: RenderedNote, title: string): NoteOutline {
	const sections: OutlineSection[] = [];
	const pieces: OutlinePiece[] = [];
	const number = (part: NotePart, parent: number, level: number): OutlinePart => {
		const order = sections.length + pieces.length;
		if (part.kind === 'text') {
			const piece = { ...part, index: pieces.length, parent, order };
			pieces.push(piece);
			return piece;
		}
		const inside: OutlinePart[] = [];
		const section = { ...part, index: sections.length, parent, order, level, parts: inside };
		sections.push(section);
		const next = part.kind === 'heading' ? Math.min(level + 1, 6) : level;
		for (const child of part.parts) inside.push(number(child, section.index, next));
		return section;
	};
	const top = withoutTitle(parts, title).map((part) => number(part, -1, 2));
	return { parts: top, sections, pieces };
}

function withoutTitle(parts: readonly NotePart[], title: string): readonly NotePart[] {
	const sections = parts.filter((part) => part.kind !== 'text');
	const [only] = sections;
	if (only?.kind !== 'heading' || sections.length > 1 || only.titleText !== title) return parts;
	return parts.flatMap((part) => (part === only ? only.parts : [part]));
}

/** Sections around one, outermost first, itself last. */
export function sectionsAround(
	sections: readonly OutlineSection[],
	index: number
): readonly OutlineSection[] {
	const section = sections[index];
	return section === undefined ? [] : [...sectionsAround(sections, section.parent), section];
}

/** The section that titles lead to, outermost first; titles that no section has are passed over. -1 where none fits. */
export function sectionTitled(sections: readonly OutlineSection[], titles: readonly string[]): number {
	return titles.reduce((parent, title) => {
		const found = sections.find((section) => section.parent === parent && section.titleText === title);
		return found?.index ?? parent;
	}, -1);
}
