import { diagnosticCatalogue, type DiagnosticCode } from './diagnostic-catalogue.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something a person should know about a note; the compile goes on. */
export interface Diagnostic {
	/** Stable; docs/diagnostics.md has a section for each. */
	readonly code: string;
	readonly severity: Severity;
	/** 1-based. */
	readonly source: { readonly file: string; readonly line: number; readonly column: number };
	readonly message: string;
	/** What the message names: a title, a file, an address. */
	readonly detail?: string;
	/** One sentence: what to do about it. */
	readonly help: string;
}

/** Reports something found at a line of the note at hand; `detail` names the thing, where there is one. */
export type ReportLine = (code: DiagnosticCode, line: number, detail?: string) => void;

/** A diagnostic by its code in the catalogue. */
export function diagnose(code: DiagnosticCode, source: Diagnostic['source'], detail?: string): Diagnostic {
	const { severity, message, help } = diagnosticCatalogue[code];
	const said = { code, severity, source, message: message.replace('{}', () => detail ?? ''), help };
	return detail === undefined ? said : { ...said, detail };
}
