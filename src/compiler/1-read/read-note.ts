import type { NoteFile } from '../compilation.ts';
import type { ReportLine } from '../diagnostics.ts';
import { buildTree } from './build-tree.ts';
import { newMarkdownParser } from './markdown-parser.ts';
import type { Section } from './note-node.ts';

/** One note, read: its tree, and its text as it was given. */
export interface ReadNote {
	readonly file: string;
	readonly text: string;
	readonly root: Section;
}

const parser = newMarkdownParser();

/** Phase 1: Markdown -> a tree of headings, details, lists and their leaves, each with its source lines. */
export function readNote(file: NoteFile, report: ReportLine): ReadNote {
	const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
	if (text.trim() === '') report('empty-file', 1);
	const tokens = parser.parse(text, {});
	return { file: file.path, text, root: buildTree(tokens, 1, report) };
}
