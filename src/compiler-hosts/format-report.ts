import type { Compilation } from '#compiler/compilation.ts';
import { displayWidth } from '#compiler/display-width.ts';
import type { Diagnostic } from '#compiler/diagnostics.ts';

/** A compile for people: counts by kind, then each diagnostic with its place, the line itself and a caret. */
export function formatReport(
	compilation: Compilation,
	lineOf: (file: string, line: number) => string
): string {
	const { stats, deck, diagnostics } = compilation;
	const kinds = Object.entries(stats.cardsByKind)
		.map(([kind, count]) => `${count} ${kind}`)
		.join(', ');
	const head = [
		`${deck.title} (${deck.id}, ${deck.lang})`,
		`${count(stats.cards, 'card')}${kinds === '' ? '' : `: ${kinds}`}`,
		`${count(stats.openQuestions, 'open question')}, ${count(stats.blocks, 'block')}, ${count(stats.files, 'file')}`
	];
	return [...head, ...diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, lineOf)), ''].join('\n');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function formatDiagnostic(diagnostic: Diagnostic, lineOf: (file: string, line: number) => string): string {
	const { source, severity, code, message, help } = diagnostic;
	const text = lineOf(source.file, source.line);
	const shown = text.length > 110 ? `${text.slice(0, 109)}…` : text;
	const place = `${source.file}:${source.line}:${source.column}`;
	const caret = ' '.repeat(displayWidth(shown.slice(0, source.column - 1))) + '^';
	return `\n${place}: ${severity} ${code}: ${message}\n  ${shown.replaceAll('\t', ' ')}\n  ${caret}\n  ${help}`;
}
