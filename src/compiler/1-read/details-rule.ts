import type { StateBlock } from 'markdown-it';

/**
 * Block rule: the tags of `<details>` and `<summary>` become tokens of their own, and what stands beside them on the
 * same line is Markdown, with or without a blank line between.
 *
 *     - <details close>
 *       ^
 *       <summary>Q</summary><br><b>
 *       ^
 *
 * Tags are not paired here: they may stand in different list items (see `pair-details.ts`).
 */
export function detailsRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	const start = lineStart(state, startLine);
	if (state.src.charCodeAt(start) !== LESS_THAN) return false;
	const line = state.src.slice(start, state.eMarks[startLine]);
	if (!ownTag.test(line) && !(silent ? layoutLine : wrapperLine).test(line)) return false;
	if (silent) return true;
	readTags(state, startLine, endLine);
	return true;
}

const LESS_THAN = 0x3c;

/** A details or summary tag, or tags that only wrap one: `</b></details>`. */
const ownTag = /^(?:<\/?(?:br|b|p|div|center|strong|span)\s*\/?>\s*)*<\/?(?:details|summary)(?=[\s/>])/i;
/** A line of wrappers alone says nothing; `<p>` and `<div>` end a paragraph, as in CommonMark. */
const wrapperLine = /^(?:<\/?(?:br|b|p|div|center|strong|span)(?:\s[^<>]*)?\/?>\s*)+$/i;
const layoutLine = /^(?:<\/?(?:p|div|center)(?:\s[^<>]*)?>\s*)+$/i;

const anyTag = /<(\/?)(details|summary|br|b|p|div|center|strong|span)(?=[\s/>])[^<>\n]*>[ \t]*/iy;
/** A title is short: without a bound, a file of unclosed titles would take quadratic time. */
const maxSummaryLines = 8;
const nextOwnTag = /<\/?(?:details|summary)(?=[\s/>])/gi;

/** Reads tags and the text between them, until the line is used up. */
function readTags(state: StateBlock, startLine: number, endLine: number): void {
	let line = startLine;
	let position = lineStart(state, line);
	while (position < (state.eMarks[line] ?? 0)) {
		anyTag.lastIndex = position;
		const tag = anyTag.exec(state.src);
		if (tag === null) {
			({ line, position } = readText(state, line, position, endLine));
			continue;
		}
		position = anyTag.lastIndex;
		const name = tag[2]?.toLowerCase();
		const isClosing = tag[1] === '/';
		if (name === 'details') pushTag(state, isClosing ? 'details_close' : 'details_open', line);
		if (name === 'summary' && !isClosing) ({ line, position } = readSummary(state, line, position, endLine));
	}
	state.line = line + 1;
}

/** `<summary>one line</summary>`, or over several lines. */
function readSummary(state: StateBlock, startLine: number, start: number, endLine: number) {
	for (
		let line = startLine;
		line < Math.min(endLine, startLine + maxSummaryLines) && !state.isEmpty(line);
		line++
	) {
		const from = line === startLine ? start : lineStart(state, line);
		const close = state.src.slice(from, state.eMarks[line]).search(/<\/summary\s*>/i);
		if (close < 0) continue;
		const end = from + close;
		pushInline(state, 'summary', state.src.slice(start, end), startLine, line);
		return { line, position: state.src.indexOf('>', end) + 1 };
	}
	// No closing tag: the rest of the line is the title.
	pushInline(state, 'summary', state.src.slice(start, state.eMarks[startLine]), startLine, startLine);
	return { line: startLine, position: lineEnd(state, startLine) };
}

/** Text beside a tag: a paragraph that goes on until a blank line, another block, or the next tag of ours. */
function readText(state: StateBlock, startLine: number, start: number, endLine: number) {
	nextOwnTag.lastIndex = start + 1;
	const next = nextOwnTag.exec(state.src.slice(0, state.eMarks[startLine]));
	if (next !== null) {
		pushInline(state, 'paragraph', state.src.slice(start, next.index), startLine, startLine);
		return { line: startLine, position: next.index };
	}
	let line = startLine + 1;
	while (line < endLine && !state.isEmpty(line) && !endsParagraph(state, line, endLine)) line++;
	const first = state.src.slice(start, state.eMarks[startLine]);
	const rest = line > startLine + 1 ? '\n' + state.getLines(startLine + 1, line, state.blkIndent, false) : '';
	pushInline(state, 'paragraph', first + rest, startLine, line - 1);
	return { line: line - 1, position: lineEnd(state, line - 1) };
}

const endsParagraph = (state: StateBlock, line: number, endLine: number): boolean =>
	(state.sCount[line] ?? 0) < state.blkIndent ||
	state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, line, endLine, true));

function pushTag(state: StateBlock, type: string, line: number): void {
	state.push(type, '', 0).map = [line, line + 1];
}

function pushInline(
	state: StateBlock,
	type: 'summary' | 'paragraph',
	text: string,
	line: number,
	lastLine: number
): void {
	state.push(`${type}_open`, '', 1).map = [line, lastLine + 1];
	const inline = state.push('inline', '', 0);
	inline.content = text.trim();
	inline.map = [line, lastLine + 1];
	inline.children = [];
	state.push(`${type}_close`, '', -1);
}

const lineStart = (state: StateBlock, line: number): number =>
	(state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
const lineEnd = (state: StateBlock, line: number): number => state.eMarks[line] ?? 0;
