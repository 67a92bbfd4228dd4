import type { NoteFile } from './compilation.ts';
import type { DiagnosticCode } from './diagnostic-catalogue.ts';
import { diagnose, type Diagnostic, type ReportLine } from './diagnostics.ts';

/** Collects what is found in one file. The same thing in the same line is said once; columns point at what is meant. */
export function newReporter(file: NoteFile): {
	readonly report: ReportLine;
	readonly diagnostics: readonly Diagnostic[];
} {
	const diagnostics: Diagnostic[] = [];
	const said = new Set<string>();
	let lines: readonly string[] | undefined;
	const report: ReportLine = (code, line, detail) => {
		const key = `${code} ${line} ${detail ?? ''}`;
		if (said.has(key)) return;
		said.add(key);
		lines ??= file.text.split(/\r?\n/);
		const column = columnOf(lines[line - 1] ?? '', detail ?? marks[code]);
		diagnostics.push(diagnose(code, { file: file.path, line, column }, detail));
	};
	return { report, diagnostics };
}

/** What to point at where nothing is named. */
const marks: Partial<Record<DiagnosticCode, string>> = {
	'unclosed-details': '<details',
	'unmatched-close': '</details',
	'summary-missing': '<details',
	'empty-summary': '<summary',
	'unclosed-comment': '<!--'
};

/** Where the detail stands in the line, or where the line's text begins. */
function columnOf(line: string, detail: string | undefined): number {
	const wanted = detail?.replace(/[>…]+$/, '') ?? '';
	const at = wanted === '' ? -1 : line.indexOf(wanted);
	return (at >= 0 ? at : Math.max(line.search(/\S/), 0)) + 1;
}
