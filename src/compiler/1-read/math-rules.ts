import type { StateBlock, StateInline } from 'markdown-it';

/**
 * Inline rule: a formula between `$`, `$$` or `\(` and `\)`.
 *
 *     The cost is $O(n \log n)$.       `$HOME:$PATH` and `$5 and $10` are none:
 *                 ^                    a blank inside the marks, or a letter or digit outside them
 */
export function mathRule(state: StateInline, silent: boolean): boolean {
	const { src, pos, posMax } = state;
	const mark = markAt(src, pos);
	if (mark === undefined || (mark.open === '$' && isWord(src.charAt(pos - 1)))) return false;
	const start = pos + mark.open.length;
	const end = closingAt(src, start, posMax, mark);
	if (end === undefined) return false;
	if (!silent) {
		const token = state.push('math_inline', 'math', 0);
		token.content = src.slice(start, end).trim();
		token.markup = mark.open;
	}
	state.pos = end + mark.close.length;
	return true;
}

/**
 * Block rule: a formula on lines of its own, between lines that begin with `$$` or `\[`.
 *
 *     $$
 *     ^
 *     S = -k \sum p \ln p
 *     $$
 */
export function mathBlockRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean
): boolean {
	const first = lineOf(state, startLine);
	const mark = blockMarks.find(({ open }) => first.startsWith(open));
	if (mark === undefined) return false;
	const sameLine = first.length > 2 && first.endsWith(mark.close) && first.length >= 4;
	let line = startLine;
	if (!sameLine) {
		do line++;
		while (line < endLine && line - startLine < maxBlockLines && !lineOf(state, line).endsWith(mark.close));
		if (line >= endLine || !lineOf(state, line).endsWith(mark.close)) return false;
	}
	if (silent) return true;
	const text = state.getLines(startLine, line + 1, state.blkIndent, false).trim();
	const token = state.push('math_block', 'math', 0);
	token.content = text.slice(mark.open.length, -mark.close.length).trim();
	token.map = [startLine, line + 1];
	state.line = line + 1;
	return true;
}

interface Mark {
	readonly open: string;
	readonly close: string;
}

const blockMarks: readonly Mark[] = [
	{ open: '$$', close: '$$' },
	{ open: '\\[', close: '\\]' }
];

/** A longer one is no formula, and looking for its end must not take long. */
const maxBlockLines = 100;
const maxInlineLength = 1_000;

function markAt(src: string, pos: number): Mark | undefined {
	if (src.startsWith('$$', pos)) return { open: '$$', close: '$$' };
	if (src.charAt(pos) === '$') return { open: '$', close: '$' };
	return src.startsWith('\\(', pos) ? { open: '\\(', close: '\\)' } : undefined;
}

function closingAt(src: string, start: number, max: number, { open, close }: Mark): number | undefined {
	const limit = Math.min(max, start + maxInlineLength);
	const end = src.slice(start, limit).indexOf(close);
	if (end <= 0) return undefined;
	const at = start + end;
	if (open !== '$') return at;
	const isTight = !isSpace(src.charAt(start)) && !isSpace(src.charAt(at - 1));
	return isTight && !isWord(src.charAt(at + 1)) && src.charAt(at + 1) !== '$' ? at : undefined;
}

const isWord = (character: string): boolean => /[A-Za-z0-9_]/.test(character);
const isSpace = (character: string): boolean => /\s/.test(character);

function lineOf(state: StateBlock, line: number): string {
	const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
	return state.src.slice(start, state.eMarks[line]).trimEnd();
}
