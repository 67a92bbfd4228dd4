import type { NoteFile } from '../compilation.ts';
import type { ReportLine } from '../diagnostics.ts';
import { buildTree } from './build-tree.ts';
import { readFrontMatter, type FrontMatterMap } from './front-matter.ts';
import { newMarkdownParser } from './markdown-parser.ts';
import type { Section } from './note-node.ts';
import { readNoteSettings, type NoteSettings } from './note-settings.ts';

/** One note, read: its tree, and its text as it was given. */
export interface ReadNote {
	readonly file: string;
	readonly text: string;
	readonly fields: FrontMatterMap;
	readonly settings: NoteSettings;
	readonly root: Section;
}

const parser = newMarkdownParser();

/** Phase 1: Markdown -> a tree of headings, details, lists and their leaves, each with its source lines. */
export function readNote(file: NoteFile, report: ReportLine): ReadNote {
	const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
	if (text.trim() === '') report('empty-file', 1);
	const { fields, lineCount } = readFrontMatter(text);
	const tokens = parser.parse(withoutLines(text, lineCount), {});
	const root = buildTree(tokens, 1 + lineCount, report);
	return { file: file.path, text, fields, settings: readNoteSettings(fields), root };
}

function withoutLines(text: string, count: number): string {
	let start = 0;
	for (let line = 0; line < count; line++) start = text.indexOf('\n', start) + 1;
	return text.slice(start);
}
