import type { StateInline } from 'markdown-it';

/**
 * Inline rule: `==text==` is marked text. No space may stand inside the marks, and it does not reach over a line.
 *
 *     The default driver is ==bridge==.
 *                           ^
 */
export function markRule(state: StateInline, silent: boolean): boolean {
	const { src, pos: start } = state;
	if (src.charCodeAt(start) !== equals || src.charCodeAt(start + 1) !== equals) return false;
	const first = src.charCodeAt(start + 2);
	if (first === equals || first === space || Number.isNaN(first)) return false;
	const end = src.indexOf('==', start + 2);
	if (end < 0 || end >= state.posMax || src.charCodeAt(end - 1) === space) return false;
	if (src.slice(start, end).includes('\n')) return false;
	if (!silent) {
		state.push('mark_open', 'mark', 1).markup = '==';
		state.pos = start + 2;
		const max = state.posMax;
		state.posMax = end;
		state.md.inline.tokenize(state);
		state.posMax = max;
		state.push('mark_close', 'mark', -1).markup = '==';
	}
	state.pos = end + 2;
	return true;
}

const equals = 0x3d;
const space = 0x20;
