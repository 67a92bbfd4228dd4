import type { StateBlock, StateInline, Token } from 'markdown-it';

/** What a parse keeps of footnotes: their text, by name. */
export interface FootnoteEnv {
	footnotes?: Map<string, string>;
}

/**
 * Block rule: `[^name]: text` is no block of its own; its text is shown where it is referred to. Indented lines after
 * it belong to it.
 *
 *     [^1]: Since 23.0.
 *     ^
 */
export function footnoteRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean
): boolean {
	const first = state.src.slice(
		(state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0),
		state.eMarks[startLine]
	);
	const found = /^\[\^([^\s\]]{1,60})\]:[ \t]+(\S.*)$/.exec(first);
	if (found === null) return false;
	if (silent) return true;
	let line = startLine + 1;
	while (line < endLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) > state.blkIndent) line++;
	const rest =
		line > startLine + 1 ? ` ${state.getLines(startLine + 1, line, state.blkIndent, false).trim()}` : '';
	const env = state.env as FootnoteEnv;
	env.footnotes ??= new Map();
	env.footnotes.set(found[1] ?? '', (found[2] ?? '') + rest);
	state.line = line;
	return true;
}

/** Inline rule: `[^name]`, where the note has such a footnote. */
export function footnoteReferenceRule(state: StateInline, silent: boolean): boolean {
	if (!state.src.startsWith('[^', state.pos)) return false;
	const end = state.src.indexOf(']', state.pos);
	if (end < 0 || end - state.pos > 62) return false;
	const text = (state.env as FootnoteEnv).footnotes?.get(state.src.slice(state.pos + 2, end));
	if (text === undefined) return false;
	if (!silent) {
		const token: Token = state.push('footnote', '', 0);
		token.content = text;
	}
	state.pos = end + 1;
	return true;
}
