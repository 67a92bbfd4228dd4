import { joinLines, type CarvedCard, type Carver } from './carved-card.ts';

/**
 * Blocks between `START` and `END`, or on one line between `STARTI` and `ENDI`.
 *
 *     START
 *     Basic
 *     front
 *     Back: back
 *     END
 */
export const carveObsidianToAnki: Carver = (lines) => {
	const cards: CarvedCard[] = [];
	for (let from = 0; from < lines.length; from++) {
		const line = lines[from];
		if (line === undefined || line.isCode) continue;
		const inline = /^STARTI\s+\[([^\]]+)\]\s+(.*?)\s+Back:\s+(.*?)\s+ENDI$/.exec(line.trimmed);
		if (inline !== null) {
			const [, type = '', front = '', back = ''] = inline;
			cards.push({ from, to: from, front, back, shape: shapeOf(type) });
		}
		if (line.trimmed !== 'START') continue;
		const to = lines.findIndex((other, index) => index > from && other.trimmed === 'END');
		if (to < 0) break;
		const card = readBlock(lines, from, to);
		if (card !== undefined) cards.push(card);
		from = to;
	}
	return cards;
};

function readBlock(lines: Parameters<Carver>[0], from: number, to: number): CarvedCard | undefined {
	const type = lines[from + 1]?.trimmed ?? '';
	const text = joinLines(lines, from + 2, to);
	const tags =
		/^Tags:[ \t]*(.*)$/m
			.exec(text)?.[1]
			?.split(/\s+/)
			.filter((tag) => tag !== '') ?? [];
	const body = text.replace(/^<!--ID:[^>]*-->$/gm, '').replace(/^Tags:.*$/gm, '');
	const back = body.search(/^Back:/m);
	const front = (back < 0 ? body : body.slice(0, back)).replace(/^Front:\s*/, '').trim();
	const answer =
		back < 0
			? ''
			: body
					.slice(back)
					.replace(/^Back:\s*/, '')
					.trim();
	const shape = shapeOf(type);
	if (front === '' || (answer === '' && shape !== 'cloze')) return undefined;
	return { from, to, front, back: answer, shape, tags };
}

const shapeOf = (type: string): CarvedCard['shape'] =>
	/cloze/i.test(type) ? 'cloze' : /reverse/i.test(type) ? 'reversed' : 'basic';
