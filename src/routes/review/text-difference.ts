/** A run of a text: as it was and is, as it only was, or as it only is. */
export interface DifferencePart {
	readonly kind: 'same' | 'removed' | 'added';
	readonly text: string;
}

/** Longer texts are not compared word by word: that would take longer than reading both. */
const mostSteps = 4_000_000;

/**
 * What became of a text, word by word; of Chinese, Japanese and Korean, character by character. Both texts can be read
 * off: the former one without what is added, the present one without what is removed.
 */
export function textDifference(before: string, after: string): readonly DifferencePart[] {
	const [a, b] = [piecesOf(before), piecesOf(after)];
	if (a.length * b.length > mostSteps) return joined([part('removed', before), part('added', after)]);
	const start = sharedStart(a, b);
	const end = sharedStart(a.slice(start).reverse(), b.slice(start).reverse());
	return joined([
		...a.slice(0, start).map((text) => part('same', text)),
		...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
		...a.slice(a.length - end).map((text) => part('same', text))
	]);
}

/** A word; one Han, Kana or Hangul character; one sign; white space. */
const piece =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}_]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\p{L}\p{N}\p{M}_]|$)|\s+|./gsu;

const piecesOf = (text: string): readonly string[] => text.match(piece) ?? [];

const part = (kind: DifferencePart['kind'], text: string): DifferencePart => ({ kind, text });

function sharedStart(a: readonly string[], b: readonly string[]): number {
	const most = Math.min(a.length, b.length);
	for (let index = 0; index < most; index++) if (a[index] !== b[index]) return index;
	return most;
}

/** By the longest common subsequence. */
function middle(a: readonly string[], b: readonly string[]): readonly DifferencePart[] {
	const width = b.length + 1;
	/** Length of what a from i and b from j have in common, at `i * width + j`. */
	const common = new Uint32Array((a.length + 1) * width);
	const at = (i: number, j: number) => common[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
	const parts: DifferencePart[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			parts.push(part('same', a[i++] ?? ''));
			j++;
		} else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
			parts.push(part('removed', a[i++] ?? ''));
		} else parts.push(part('added', b[j++] ?? ''));
	}
	return parts;
}

/** Neighbours of one kind are one run; between two runs of the same kind, what was removed comes before what was added. */
function joined(parts: readonly DifferencePart[]): readonly DifferencePart[] {
	const runs: DifferencePart[] = [];
	let [removed, added] = ['', ''];
	const flush = () => {
		if (removed !== '') runs.push(part('removed', removed));
		if (added !== '') runs.push(part('added', added));
		[removed, added] = ['', ''];
	};
	for (const { kind, text } of parts) {
		if (kind === 'removed') removed += text;
		else if (kind === 'added') added += text;
		else {
			flush();
			const last = runs.at(-1);
			if (last?.kind === 'same') runs[runs.length - 1] = part('same', last.text + text);
			else runs.push(part('same', text));
		}
	}
	flush();
	return runs;
}
