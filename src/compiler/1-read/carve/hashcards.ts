import { joinLines, type CarvedCard, type Carver } from './carved-card.ts';

/**
 * `Q:` and `A:` at the beginning of a line, each up to the next mark, a line `---`, or a heading; `C:` is a text with
 * `[deletions]`.
 *
 *     Q: What does `docker ps` list?
 *     A: Running containers.
 *     C: The default driver is [bridge].
 *     ^
 */
export const carveHashcards: Carver = (lines) => {
	const marks = lines.flatMap((line, index) => {
		const mark = line.isCode ? undefined : /^([QAC]):(?:\s|$)|^(---)\s*$|^(#{1,6}\s)/.exec(line.text);
		return mark == null ? [] : [{ index, kind: mark[1] ?? 'end' }];
	});
	return marks.flatMap(({ index, kind }, at): CarvedCard[] => {
		const next = marks[at + 1];
		const end = next?.index ?? lines.length;
		if (kind === 'C') {
			const front = withoutMark(joinLines(lines, index, end));
			return front === '' ? [] : [{ from: index, to: lastLine(lines, end), front, back: '', shape: 'cloze' }];
		}
		if (kind !== 'Q' || next?.kind !== 'A') return [];
		const stop = marks[at + 2]?.index ?? lines.length;
		const front = withoutMark(joinLines(lines, index, next.index));
		const back = withoutMark(joinLines(lines, next.index, stop));
		if (front === '' || back === '') return [];
		return [{ from: index, to: lastLine(lines, stop), front, back, shape: 'basic' }];
	});
};

const withoutMark = (text: string): string => text.replace(/^[QAC]:\s*/, '').trim();

/** The last line before `end` that holds something. */
function lastLine(lines: Parameters<Carver>[0], end: number): number {
	let last = end - 1;
	while (last > 0 && lines[last]?.trimmed === '') last--;
	return last;
}
