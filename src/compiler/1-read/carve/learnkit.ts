import type { CarvedCard, Carver } from './carved-card.ts';

/**
 * Fields between pipes, each up to its closing pipe; `Q` or `CQ` or `MCQ` begins a card.
 *
 *     Q | What is an image? |
 *     A | A read-only template. |
 *     ^ field
 */
export const carveLearnkit: Carver = (lines) => {
	const fields = readFields(lines);
	return fields.flatMap((field, at): CarvedCard[] => {
		if (!['Q', 'CQ', 'MCQ'].includes(field.name)) return [];
		const rest = fields.slice(at + 1);
		const stop = rest.findIndex(({ name }) => ['Q', 'CQ', 'MCQ', 'T'].includes(name));
		const own = stop < 0 ? rest : rest.slice(0, stop);
		const to = own.at(-1)?.to ?? field.to;
		const answers = own.filter(({ name }) => name === 'A').map(({ text }) => text);
		const extra = own.filter(({ name }) => name === 'I').map(({ text }) => text);
		const place = { from: field.from, to, front: field.text };
		const back = [...answers, ...extra].join('\n\n');
		if (field.name === 'CQ') return [{ ...place, back: extra.join('\n\n'), shape: 'cloze' }];
		if (answers.length === 0) return [];
		if (field.name === 'Q') return [{ ...place, back, shape: 'basic' }];
		const wrong = own.filter(({ name }) => name === 'O').map(({ text }) => ({ text, isRight: false }));
		const options = [...answers.map((text) => ({ text, isRight: true })), ...wrong].sort(byText);
		return [{ ...place, back, shape: 'choice', options }];
	});
};

/** The right option must not always stand first. */
const byText = (a: { readonly text: string }, b: { readonly text: string }): number =>
	a.text < b.text ? -1 : Number(a.text > b.text);

interface Field {
	readonly name: string;
	readonly text: string;
	readonly from: number;
	readonly to: number;
}

function readFields(lines: Parameters<Carver>[0]): Field[] {
	const fields: Field[] = [];
	for (let from = 0; from < lines.length; from++) {
		const line = lines[from];
		const start =
			line === undefined || line.isCode ? null : /^(CQ|MCQ|Q|A|O|I|G|T)\s*\|\s?(.*)$/.exec(line.trimmed);
		if (start === null) continue;
		const text = [start[2] ?? ''];
		let to = from;
		while (!(text.at(-1) ?? '').endsWith('|') && to + 1 < lines.length && to - from < maxLines) {
			text.push(lines[++to]?.trimmed ?? '');
		}
		fields.push({
			name: start[1] ?? '',
			text: text
				.join('\n')
				.replace(/\s*\|$/, '')
				.trim(),
			from,
			to
		});
		from = to;
	}
	return fields;
}

/** An unclosed field ends here. */
const maxLines = 60;
