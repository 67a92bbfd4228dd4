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
	const all = withInner(text.deletions);
	const groups = distinctGroups(all);
	const below = extraction.render(text.below);
	const plain = shownText(text, text, extraction, undefined).text;
	return groups.map((group) => {
		const front = trimmed(shownText(text, text, extraction, group));
		const answers = all
			.filter((one) => one.groups.includes(group))
			.map((one) => shownText(text, answerRange(one), extraction, undefined));
		const back = stackFaces([...answers.map((face) => ({ ...face, html: `<p>${face.html}</p>` })), below]);
		// By what is blanked, not by its number: a deletion put before others changes nobody's reviews.
		const key = `${plain}\n${answers.map((face) => face.text).join('|')}`;
		return extraction.card({ kind: 'cloze', front, back, key, form: 'cloze' }, unit, node);
	});
}

/** Groups that hide the same words are one. */
function distinctGroups(all: readonly Deletion[]): string[] {
	const byHidden = new Map<string, string>();
	for (const group of new Set(all.flatMap((one) => one.groups))) {
		const hidden = all.flatMap((one, index) => (one.groups.includes(group) ? [index] : [])).join();
		if (!byHidden.has(hidden)) byHidden.set(hidden, group);
	}
	return [...byHidden.values()];
}

const withInner = (deletions: readonly Deletion[]): Deletion[] =>
	deletions.flatMap((one) => [one, ...withInner(one.inner)]);

/** A part of the text, and the deletions in it. */
interface Range {
	readonly from?: number;
	readonly to?: number;
	readonly deletions: readonly Deletion[];
}

const answerRange = ({ answerStart, answerEnd, inner }: Deletion): Range => ({
	from: answerStart,
	to: answerEnd,
	deletions: inner
});

/** A part of the text without its marks, the deletions of one group blanked. */
function shownText(
	text: ClozeText,
	{ from: start = 0, to, deletions }: Range,
	extraction: Extraction,
	group: string | undefined
): Face {
	const faces: Face[] = [];
	let from = start;
	for (const one of deletions) {
		faces.push(piece(text, from, one.start, extraction));
		const isBlank = group !== undefined && one.groups.includes(group);
		const isHidden = group !== undefined && one.hiddenIn?.includes(group) === true;
		if (isBlank) faces.push(blankOf(one, extraction));
		else if (isHidden) faces.push(hidden);
		else faces.push(shownText(text, answerRange(one), extraction, group));
		from = one.end;
	}
	faces.push(piece(text, from, to, extraction));
	return {
		html: faces.map(({ html }) => html).join(''),
		text: faces.map((face) => face.text).join(''),
		media: faces.flatMap(({ media }) => media)
	};
}

const hidden: Face = { html: '…', text: '…', media: [] };

const trimmed = (face: Face): Face => ({ ...face, text: face.text.trim() });

function blankOf({ hint }: Deletion, extraction: Extraction): Face {
	const blank = hint === '' ? extraction.phrases.blank : `[${hint}]`;
	return { html: `<mark class="blank">${escapeHtml(blank)}</mark>`, text: blank, media: [] };
}

/** A part of the text without deletions, with the blank at either end that rendering takes off. */
function piece(
	{ tokens, line }: ClozeText,
	from: number,
	to: number | undefined,
	extraction: Extraction
): Face {
	const raw = rawText(tokens).slice(from, to);
	if (raw.trim() === '') return { html: raw, text: raw, media: [] };
	const face = extraction.renderInline(cutInline(tokens, from, to), line);
	const before = /^\s/.test(raw) ? ' ' : '';
	const after = /\s$/.test(raw) ? ' ' : '';
	return { html: before + face.html + after, text: before + face.text + after, media: face.media };
}
