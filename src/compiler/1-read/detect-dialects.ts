import type { NoteLine } from './note-lines.ts';
import type { NoteSettings } from './note-settings.ts';

/** Ways of marking cards that other programs read. Details, `Q:` and the like need no dialect: they are always read. */
export const dialectNames = [
	'hashcards',
	'orbit',
	'osr',
	'mochi',
	'logseq',
	'remnote',
	'anki',
	'flashcards-obsidian',
	'obsidian-to-anki',
	'yanki',
	'inka',
	'flashcard-markdown',
	'mdanki',
	'learnkit'
] as const;
export type Dialect = (typeof dialectNames)[number];

export interface Dialects {
	readonly names: ReadonlySet<Dialect>;
	/** Line and dialect where the marks fit more than one: the choice is reported. */
	readonly ambiguous: { readonly line: number; readonly chosen: Dialect } | undefined;
}

/**
 * The dialects of one note: what its front matter says, or else those whose marks stand in it at least twice (once,
 * where the mark means nothing else).
 */
export function detectDialects(lines: readonly NoteLine[], settings: NoteSettings, text: string): Dialects {
	if (settings.dialect !== undefined) {
		const named = settings.dialect.split(/[\s,]+/);
		return { names: new Set(dialectNames.filter((name) => named.includes(name))), ambiguous: undefined };
	}
	if (!anyMark.test(text)) return { names: new Set(), ambiguous: undefined };
	const prose = lines.filter(({ isCode }) => !isCode);
	const names = new Set<Dialect>(
		signs.filter(({ mark, times }) => countOf(prose, mark) >= times).map(({ dialect }) => dialect)
	);
	if (isOrbit(prose)) names.add('orbit');
	return { names, ambiguous: chooseDoubleColon(names, lines) };
}

/** `Q. …` twice, and braces that are no code: each alone stands in ordinary notes too. */
const isOrbit = (prose: readonly NoteLine[]): boolean =>
	countOf(prose, /^Q\.\s/) >= 2 && countOf(prose, /(?:^|[^\\${`])\{[^{}`]{2,80}\}(?!\})/) >= 1;

/** A cheap look before the lines are searched: most notes have no marks at all. */
const anyMark =
	/::|==|\{\{|#(?:card|flashcards)|^[ \t]*[?？]{1,2}[ \t]*$|>>|<<|<>|;;|^START|<!--(?:SR|ID)|^[CQ]:|^Q\.\s|^Deck:|^%|^\*\*\*|^Q ?\|/m;

interface Sign {
	readonly dialect: Dialect;
	readonly mark: RegExp;
	/** How many lines must have it. */
	readonly times: number;
}

const signs: readonly Sign[] = [
	{ dialect: 'osr', mark: /(?:^|\s)#flashcards\b|<!--SR:!/, times: 1 },
	{ dialect: 'osr', mark: /^\s*(?:\?|\?\?|？|？？)\s*$/, times: 2 },
	{ dialect: 'osr', mark: /\S\s?:::\s?\S/, times: 2 },
	{ dialect: 'anki', mark: /\{\{c\d+(?:,\d+)*::/, times: 1 },
	{ dialect: 'logseq', mark: /\{\{cloze\s|^\s*card-(?:last-interval|repeats|next-schedule)::/, times: 1 },
	{ dialect: 'logseq', mark: /^\s*[-*]\s.*\s#card\s*$/, times: 2 },
	{ dialect: 'flashcards-obsidian', mark: /\s#card(?:-reverse|-spaced)?\s*$/, times: 2 },
	{ dialect: 'flashcards-obsidian', mark: /\s#card-(?:reverse|spaced)\s*$/, times: 1 },
	{ dialect: 'remnote', mark: /\S\s(?:>>|<>|;;)\s\S/, times: 2 },
	{ dialect: 'obsidian-to-anki', mark: /^(?:START|STARTI\s.*ENDI)\s*$/, times: 1 },
	{ dialect: 'hashcards', mark: /^C:\s.*\[[^\]]+\](?!\()/, times: 1 },
	{ dialect: 'inka', mark: /^Deck:\s+\S/, times: 1 },
	{ dialect: 'flashcard-markdown', mark: /^\*\*\*$/, times: 2 },
	{ dialect: 'mdanki', mark: /^%$/, times: 2 },
	{ dialect: 'learnkit', mark: /^(?:Q|MCQ|CQ)\s*\|\s/, times: 2 }
];

const countOf = (lines: readonly NoteLine[], mark: RegExp): number =>
	lines.reduce((count, { text }) => count + Number(mark.test(text)), 0);

/**
 * `front :: back` is one card in one program and two in another. A note that shows no other mark of either is taken
 * for the first, when at least two lines have it and none looks like code.
 */
function chooseDoubleColon(names: Set<Dialect>, lines: readonly NoteLine[]): Dialects['ambiguous'] {
	if (names.has('osr') || names.has('remnote')) return undefined;
	const first = lines.findIndex(isDoubleColon);
	if (first < 0 || lines.filter(isDoubleColon).length < 2) return undefined;
	names.add('osr');
	return { line: first + 1, chosen: 'osr' };
}

const isDoubleColon = ({ text, isCode }: NoteLine): boolean =>
	!isCode && /\S\s::\s\S/.test(text.replace(/`[^`]*`/g, ''));
