import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import { escapeHtml } from '../4-emit/escape-html.ts';
import { stackFaces, type Face } from '../4-emit/face.ts';
import type { CardDraft } from './card-draft.ts';
import type { Deletion } from './deletions.ts';
import type { Extraction } from './extraction.ts';
import type { Unit } from './unit.ts';

interface ClozeText {
	readonly tokens: readonly Token[];
	readonly line: number;
	readonly deletions: readonly Deletion[];
	/** What stands under the text: shown with the answer. */
	readonly below: readonly NoteNode[];
}

/** One card for each group of deletions: its own are blanked, the others are shown. */
export function clozeCards(text: ClozeText, unit: Unit, node: NoteNode, extraction: Extraction): CardDraft[] {
	const groups = [...new Set(text.deletions.map(({ group }) => group))];
	const below = extraction.render(text.below);
	return groups.map((group) => {
		const front = clozeFront(text, group, extraction);
		const answers = text.deletions
			.filter((one) => one.group === group)
			.map((one) => answerOf(text, one, extraction));
		const back = stackFaces([...answers.map((face) => ({ ...face, html: `<p>${face.html}</p>` })), below]);
		// By what is blanked, not by its number: a deletion put before others changes nobody's reviews.
		const key = `${plainText(text, extraction)}\n${answers.map((face) => face.text).join('|')}`;
		return extraction.card({ kind: 'cloze', front, back, key, form: 'cloze' }, unit, node);
	});
}

function clozeFront(text: ClozeText, group: string, extraction: Extraction): Face {
	return joined(text, extraction, (one) => {
		if (one.group !== group) return answerOf(text, one, extraction);
		const blank = one.hint === '' ? extraction.phrases.blank : `[${one.hint}]`;
		return { html: `<mark class="blank">${escapeHtml(blank)}</mark>`, text: blank, media: [] };
	});
}

const plainText = (text: ClozeText, extraction: Extraction): string =>
	joined(text, extraction, (one) => answerOf(text, one, extraction)).text;

const answerOf = ({ tokens, line }: ClozeText, one: Deletion, extraction: Extraction): Face =>
	extraction.renderInline(cutInline(tokens, one.answerStart, one.answerEnd), line);

/** The text with something in place of each deletion. */
function joined(
	{ tokens, line, deletions }: ClozeText,
	extraction: Extraction,
	shown: (one: Deletion) => Face
): Face {
	const faces: Face[] = [];
	let from = 0;
	for (const one of deletions) {
		faces.push(piece(tokens, from, one.start, line, extraction), shown(one));
		from = one.end;
	}
	faces.push(piece(tokens, from, undefined, line, extraction));
	return {
		html: faces.map(({ html }) => html).join(''),
		text: faces
			.map(({ text }) => text)
			.join('')
			.trim(),
		media: faces.flatMap(({ media }) => media)
	};
}

/** A part of the text, with the blank at either end that rendering takes off. */
function piece(
	tokens: readonly Token[],
	from: number,
	to: number | undefined,
	line: number,
	extraction: Extraction
): Face {
	const face = extraction.renderInline(cutInline(tokens, from, to), line);
	const raw = rawText(tokens).slice(from, to);
	if (raw.trim() === '') return { html: raw, text: raw, media: face.media };
	const before = /^\s/.test(raw) ? ' ' : '';
	const after = /\s$/.test(raw) ? ' ' : '';
	return { html: before + face.html + after, text: before + face.text + after, media: face.media };
}
