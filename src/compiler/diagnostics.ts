export type Severity = 'error' | 'warning' | 'info';

/** Something a person should know about a note; the compile goes on. */
export interface Diagnostic {
	/** Stable; docs/diagnostics.md has a section for each. */
	readonly code: string;
	readonly severity: Severity;
	/** 1-based. */
	readonly source: { readonly file: string; readonly line: number; readonly column: number };
	readonly message: string;
	/** One sentence: what to do about it. */
	readonly help: string;
}
