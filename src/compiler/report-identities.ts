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
	const markdownByFile = new Map(notes.map(({ file, markdown }) => [file, markdown]));
	const inOrder = (a: Candidate, b: Candidate): number =>
		(order.get(a.row.file) ?? 0) - (order.get(b.row.file) ?? 0) || a.draft.source.line - b.draft.source.line;
	const say = (code: DiagnosticCode, { draft }: Candidate, detail: string): Diagnostic => {
		const { file, line } = draft.source;
		return diagnose(code, { file, line, column: firstColumn(markdownByFile.get(file) ?? '', line) }, detail);
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

/** Where the text of a line begins, from 1. */
function firstColumn(markdown: string, line: number): number {
	const text = markdown.split(/\r?\n/, line)[line - 1] ?? '';
	return Math.max(text.search(/\S/), 0) + 1;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
