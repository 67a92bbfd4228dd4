import type { NoteOutline } from './note-outline.ts';

/** Where something was found: in a section's title or in a piece of text, from one character of it to another. */
export interface NoteMatch {
	readonly where: 'title' | 'piece';
	/** Of the section or the piece. */
	readonly index: number;
	readonly from: number;
	readonly to: number;
}

/** A note as it is searched: made once. */
export type NoteTexts = readonly {
	readonly where: NoteMatch['where'];
	readonly index: number;
	readonly text: string;
}[];

/** Folded, in the order of the note. */
export const noteTexts = ({ sections, pieces }: NoteOutline): NoteTexts =>
	[
		...sections.map(({ index, order, title }) => ({ where: 'title' as const, index, order, html: title })),
		...pieces.map(({ index, order, html }) => ({ where: 'piece' as const, index, order, html }))
	]
		.sort((a, b) => a.order - b.order)
		.map(({ where, index, html }) => ({ where, index, text: foldEach(textOf(html)) }));

export function findInNote(texts: NoteTexts, query: string): readonly NoteMatch[] {
	const wanted = foldEach(query.trim());
	if (wanted === '') return [];
	const matches: NoteMatch[] = [];
	for (const { where, index, text } of texts) {
		for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length))
			matches.push({ where, index, from, to: from + wanted.length });
	}
	return matches;
}

/** Without regard to case and width; each character stays in its place. */
export function foldEach(text: string): string {
	const narrow = text.replace(/[\uff01-\uff5e\u3000]/g, (sign) =>
		sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
	);
	const lower = narrow.toLowerCase();
	if (lower.length === narrow.length) return lower;
	// Some capitals have longer small forms (İ): they stay as they are.
	return Array.from(narrow, (sign) =>
		sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign
	).join('');
}

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0'
};

/** The text that compiled HTML has in the page: its tags hold no `>` of their own. */
export const textOf = (html: string): string =>
	html
		.replace(/<[^>]*>/g, '')
		.replace(
			/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
			(written, hex?: string, decimal?: string, name = '') => {
				if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
				if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
				return entities[String(name)] ?? written;
			}
		);
