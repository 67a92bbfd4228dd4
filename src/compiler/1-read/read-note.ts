import type { Env, Token } from 'markdown-it';
import type { NoteFile } from '../compilation.ts';
import type { ReportLine } from '../diagnostics.ts';
import { buildTree } from './build-tree.ts';
import { carveCards } from './carve/carve-cards.ts';
import type { CarvedCard } from './carve/carved-card.ts';
import { detectDialects, type Dialect } from './detect-dialects.ts';
import { readFrontMatter, type FrontMatterMap } from './front-matter.ts';
import {
	readForeignState,
	withoutProperties,
	withoutScheduleCallouts,
	type ForeignState
} from './foreign-state.ts';
import { newMarkdownParser } from './markdown-parser.ts';
import type { NoteNode, Section } from './note-node.ts';
import { noteLines } from './note-lines.ts';
import { splitDetailsTags } from './split-details-tags.ts';
import { readNoteSettings, type NoteSettings } from './note-settings.ts';

/** One note, read: its tree, and its text as it was given. */
export interface ReadNote {
	readonly file: string;
	readonly text: string;
	readonly fields: FrontMatterMap;
	readonly settings: NoteSettings;
	readonly dialects: ReadonlySet<Dialect>;
	readonly root: Section;
	/** Cards whose marks are no Markdown; their lines are not in the tree. */
	readonly carved: readonly CarvedNode[];
	/** Ids and schedules that other programs wrote into the note; lines from 1. */
	readonly foreign: readonly ForeignState[];
}

/** A card cut out of the note, its faces parsed. */
export interface CarvedNode {
	readonly line: number;
	readonly endLine: number;
	readonly shape: CarvedCard['shape'];
	readonly front: readonly NoteNode[];
	readonly back: readonly NoteNode[];
	readonly tags: readonly string[];
	readonly options: readonly { readonly nodes: readonly NoteNode[]; readonly isRight: boolean }[];
}

const parser = newMarkdownParser();

/** Phase 1: Markdown -> a tree of headings, details, lists and their leaves, each with its source lines. */
export function readNote(file: NoteFile, report: ReportLine): ReadNote {
	const { text, fields, settings, body, firstLine } = readHead(file);
	if (text.trim() === '') report('empty-file', 1);
	const lines = noteLines(body);
	const dialects = detectDialects(lines, settings, body);
	if (dialects.ambiguous !== undefined) {
		report('dialect-ambiguous', firstLine + dialects.ambiguous.line - 1, dialects.ambiguous.chosen);
	}
	const shown = withoutScheduleCallouts(lines, body);
	const shownLines = shown === body ? lines : noteLines(shown);
	const carving = carveCards(shownLines, dialects.names, shown, settings.endMarker);
	const parse = newParse(report);
	const isLogseq = dialects.names.has('logseq');
	const root = parse(isLogseq ? withoutProperties(carving.text) : carving.text, firstLine);
	const foreign = readForeignState(lines, body).map((state) => ({ ...state, line: state.line + firstLine }));
	const carved = carving.cards.map((card) => parseCarved(card, firstLine, parse));
	return { file: file.path, text, fields, settings, dialects: dialects.names, root, carved, foreign };
}

/** The tree of a whole note, for reading: what `readNote` carves out as cards stands where it was written. */
export function readWholeNote(file: NoteFile): Section {
	const { settings, body, firstLine } = readHead(file);
	const lines = noteLines(body);
	const { names } = detectDialects(lines, settings, body);
	const shown = withoutScheduleCallouts(lines, body);
	return newParse(() => undefined)(names.has('logseq') ? withoutProperties(shown) : shown, firstLine);
}

function readHead(file: NoteFile) {
	const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
	const { fields, lineCount } = readFrontMatter(text);
	const settings = readNoteSettings(fields);
	return { text, fields, settings, body: withoutLines(text, lineCount), firstLine: 1 + lineCount };
}

/** Link definitions hold for all that one of them parses. */
function newParse(report: ReportLine) {
	const env: Env = {};
	return (markdown: string, line: number): Section =>
		buildTree(splitDetailsTags(parser.parse(markdown, env)), line, report, (inline) =>
			parseInline(inline, env)
		);
}

/** Each line by itself: raw HTML has no paragraphs. */
const parseInline = (text: string, env: Env): (readonly Token[])[] =>
	text.split('\n').map((line) => parser.parseInline(line, env)[0]?.children ?? []);

function withoutLines(text: string, count: number): string {
	let start = 0;
	for (let line = 0; line < count; line++) start = text.indexOf('\n', start) + 1;
	return text.slice(start);
}

function parseCarved(
	card: CarvedCard,
	firstLine: number,
	parse: (markdown: string, line: number) => Section
): CarvedNode {
	const line = firstLine + card.from;
	return {
		line,
		endLine: firstLine + card.to,
		shape: card.shape,
		tags: card.tags ?? [],
		front: parse(card.front, line).children,
		back: parse(card.back, line).children,
		options: (card.options ?? []).map(({ text, isRight }) => ({ nodes: parse(text, line).children, isRight }))
	};
}
