import type { StateBlock } from 'markdown-it';

/** Lists within lists that are read; no hand-written note comes near it. */
export const maxListDepth = 32;

/** A list takes two levels of markdown-it's nesting, list and item; a quote takes one. */
const maxLevel = maxListDepth * 2;

/**
 * Block rule: what lies deeper than the cap becomes one `too_deep` token, and the note goes on after it. Without it
 * the parser would drop everything to the end of the note, silently.
 */
export function nestingCapRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean
): boolean {
	if (state.level < maxLevel) return false;
	if (silent) return true;
	let line = startLine + 1;
	while (line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)) line++;
	state.push('too_deep', '', 0).map = [startLine, line];
	state.line = line;
	return true;
}
