import { joinLines, type Carver } from './carved-card.ts';

/**
 * One note, one card: a line `---` between blank lines divides its sides. Two such lines at once ask both ways. Read
 * only where the note says so, since `---` is an ordinary rule elsewhere.
 *
 *     front
 *
 *     ---
 *     ^
 *
 *     back
 */
export const carveWholeNote: Carver = (lines) => {
	const rules = lines.flatMap((line, index) =>
		!line.isCode && line.trimmed === '---' && isAlone(lines, index) ? [index] : []
	);
	const [first, second] = rules;
	const to = lines.length - 1;
	if (first === undefined) {
		const text = joinLines(lines, 0, lines.length);
		return /\{\{[^}]+\}\}|~~[^~]+~~/.test(text)
			? [{ from: 0, to, front: text, back: '', shape: 'cloze' }]
			: [];
	}
	const isReversed = second !== undefined && joinLines(lines, first + 1, second) === '';
	const front = joinLines(lines, 0, first);
	const back = joinLines(lines, (isReversed ? second : first) + 1, lines.length);
	return front === '' || back === ''
		? []
		: [{ from: 0, to, front, back, shape: isReversed ? 'reversed' : 'basic' }];
};

const isAlone = (lines: Parameters<Carver>[0], index: number): boolean => {
	const before = lines[index - 1]?.trimmed ?? '';
	return before === '' || before === '---';
};
