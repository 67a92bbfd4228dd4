import type { Identification } from './3-identify/identify-cards.ts';
import type { Candidate } from './3-identify/prints.ts';
import type { CompiledNote } from './compile-note.ts';
import type { DiagnosticCode } from './diagnostic-catalogue.ts';
import { diagnose, type Diagnostic } from './diagnostics.ts';

/** What can only be said of all notes together: cards that stand twice, cards that were taken for others, cards lost. */
export function reportIdentities(
	{ index, rebound, lost }: Identification,
	notes: readonly CompiledNote[]
): Diagnostic[] {
	const order = new Map(notes.map(({ file }, at) => [file, at]));
	const lineOf = lineReader(notes);
	const inOrder = (a: Candidate, b: Candidate): number =>
		(order.get(a.row.file) ?? 0) - (order.get(b.row.file) ?? 0) || a.draft.source.line - b.draft.source.line;
	const say = (code: DiagnosticCode, { draft }: Candidate, detail: string): Diagnostic => {
		const { file, line } = draft.source;
		return diagnose(code, { file, line, column: firstColumn(lineOf(file, line)) }, detail);
	};
	const twice = index
		.repeated()
		.map((equal) => equal.toSorted(inOrder))
		.flatMap(([first, ...others]) => others.map((other) => ({ other, first: first as Candidate })))
		.sort((a, b) => inOrder(a.other, b.other));
	return [
		...twice.map(({ other, first }) =>
			say('dup-card', other, `${first.draft.source.file}:${first.draft.source.line}`)
		),
		...rebound.toSorted(inOrder).map((candidate) => say('rebound', candidate, short(candidate.row.question))),
		...lost.map(({ file, question }) => diagnose('orphan', { file, line: 1, column: 1 }, short(question)))
	];
}

/** Splits a note only when a line of it is asked for, and once. */
function lineReader(notes: readonly CompiledNote[]): (file: string, line: number) => string {
	const markdownByFile = new Map(notes.map(({ file, markdown }) => [file, markdown]));
	const linesByFile = new Map<string, readonly string[]>();
	return (file, line) => {
		const lines = linesByFile.get(file) ?? (markdownByFile.get(file) ?? '').split(/\r?\n/);
		linesByFile.set(file, lines);
		return lines[line - 1] ?? '';
	};
}

/** Where the text of a line begins, from 1. */
const firstColumn = (line: string): number => Math.max(line.search(/\S/), 0) + 1;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
