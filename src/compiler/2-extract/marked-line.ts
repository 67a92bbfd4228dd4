import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import type { Dialect } from '../1-read/detect-dialects.ts';
import { inlineText } from '../1-read/inline-text.ts';
import { newParagraph } from '../1-read/read-paragraph.ts';
import type { CardDraft } from './card-draft.ts';
import type { Construct } from './construct.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { itemFaces } from './answer-card.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import type { Face } from '../4-emit/face.ts';
import { membersOf, withoutMembers, type Member } from './member.ts';
import { subjectOf } from './subject-of.ts';
import { readTitle } from './title.ts';
import { innerUnit, pathWithin, type Unit } from './unit.ts';

/**
 * A front and a back on one line, with the separator of the note's dialect between them.
 *
 *     image :: a read-only template        Concept :: definition        question >> answer
 *           ^ one way                              ^ both ways                   ^ one way
 */
export const readMarkedLine: Construct = ({ member, unit, readForms }, extraction) => {
	const separators = separatorsOf(extraction.dialects);
	if (separators.length === 0 || member.head === undefined) return 0;
	if (member.node.kind !== 'item' && member.node.kind !== 'paragraph') return 0;
	const lines = linesOf(member.head.tokens, member.head.line);
	const { inner, below } = separateMarked(member, separators);
	const owner = lines.length === 1 ? { ...member, rest: below } : undefined;
	const cards = lines.flatMap((line) => lineCards(line, owner, separators, unit, extraction));
	if (cards.length === 0) return 0;
	extraction.claimMember(member, 'card', 'marked', cards);
	const [found] = lines.flatMap((line) => findSeparator(line.tokens, separators) ?? []);
	const title = readTitle(cutInline(member.head.tokens, 0, found?.start), member.head.line);
	if (inner.length > 0) readForms(innerUnit(unit, 'label', title, member.node), inner);
	return 1;
};

interface Separator {
	readonly mark: RegExp;
	/** Asked from the front, from the back, or from both. */
	readonly ways: 'forward' | 'backward' | 'both';
	/** Of the concept around it. */
	readonly isProperty?: true;
}

/** The longest first: `:::` is not `::`. */
function separatorsOf(dialects: ReadonlySet<Dialect>): readonly Separator[] {
	if (dialects.has('remnote')) return remnote;
	return dialects.has('osr') || dialects.has('flashcards-obsidian') ? osr : [];
}

const osr: readonly Separator[] = [
	{ mark: /\s*:::\s*/, ways: 'both' },
	{ mark: /\s*::\s*/, ways: 'forward' }
];

const remnote: readonly Separator[] = [
	{ mark: /\s+(?:>>>|>>)(?:\d\.|[A-Z]\))?(?:\s+|$)/, ways: 'forward' },
	{ mark: /\s+<<(?:\s+|$)/, ways: 'backward' },
	{ mark: /\s+(?:<>|:::|::)(?:\s+|$)/, ways: 'both' },
	{ mark: /\s+(?:;;;|;;)(?:\s+|$)/, ways: 'forward', isProperty: true }
];

/** Lines under it that are marked themselves are cards of their own, and no part of its answer. */
function separateMarked({ rest }: Member, separators: readonly Separator[]) {
	const marked = new Set(
		membersOf(rest)
			.filter(({ head }) => head !== undefined && findSeparator(head.tokens, separators) !== undefined)
			.map(({ node }) => node)
	);
	const others = new Set(
		membersOf(rest)
			.map(({ node }) => node)
			.filter((node) => !marked.has(node))
	);
	return { inner: withoutMembers(rest, others), below: withoutMembers(rest, marked) };
}

interface Line {
	readonly tokens: readonly Token[];
	readonly line: number;
}

/** Each line of a paragraph may be a card of its own. */
function linesOf(tokens: readonly Token[], line: number): Line[] {
	const raw = rawText(tokens);
	const lines: Line[] = [];
	let from = 0;
	raw.split('\n').forEach((text, index) => {
		lines.push({ tokens: cutInline(tokens, from, from + text.length), line: line + index });
		from += text.length + 1;
	});
	return lines;
}

function lineCards(
	{ tokens, line }: Line,
	member: Member | undefined,
	separators: readonly Separator[],
	unit: Unit,
	extraction: Extraction
): CardDraft[] {
	const found = findSeparator(tokens, separators);
	if (found === undefined) return [];
	const front = cutInline(tokens, 0, found.start);
	const value = cutInline(tokens, found.end);
	const place = { line, endLine: member?.node.endLine ?? line };
	const below = member?.rest ?? [];
	if (inlineText(front) === '' || (inlineText(value) === '' && below.length === 0)) return [];
	const own = extraction.renderInline(front, line);
	// A property of the concept it stands under: `Index :: …` › `cost ;; slower writes`.
	const isProperty = found.isProperty && unit.kind === 'label';
	const asked = isProperty ? fillTemplate(extraction.phrases.topic, subjectOf(unit, extraction), own) : own;
	const answer = extraction.render([...(value.length === 0 ? [] : [newParagraph(value, place)]), ...below]);
	const key = own.text;
	const known = { key, path: pathWithin(unit) };
	const forward = () =>
		extraction.card(
			{ ...answerShape(found.mark, below, answer, extraction), front: asked, ...known },
			unit,
			place
		);
	const backward = () =>
		extraction.card({ kind: 'reverse', front: answer, back: asked, key, form: 'reverse' }, unit, place);
	if (found.ways === 'both') return [forward(), backward()];
	return found.ways === 'forward' ? [forward()] : [backward()];
}

/**
 * What the children of a marked line are: options after `>>A)`, the first of them right; items after `>>>`, `;;;` or a
 * number; else an answer like any other.
 */
function answerShape(
	mark: string,
	below: readonly NoteNode[],
	answer: Face,
	extraction: Extraction
): Pick<CardDraft, 'kind' | 'back' | 'parts'> {
	const [list, ...others] = below;
	const isList = list?.kind === 'list' && others.length === 0 && list.children.length > 1;
	if (!isList || !/>>[A-Z\d>]|;;;|:::/.test(mark)) return { kind: 'basic', back: answer };
	const items = itemFaces(list, extraction);
	if (!/[A-Z]\)/.test(mark)) return { kind: 'list', back: answer, parts: { kind: 'list', items } };
	const [right] = list.children;
	const back = right?.kind === 'item' ? extraction.render(right.children) : answer;
	// In order of their text, or the first would always be the right one.
	const options = items.toSorted();
	const answers = [options.indexOf(items[0] ?? '')];
	return { kind: 'choice', back, parts: { kind: 'choice', options, answers } };
}

/** In plain text only: code, links and formulas keep theirs. */
function findSeparator(tokens: readonly Token[], separators: readonly Separator[]) {
	for (const { mark, ways, isProperty = false } of separators) {
		let position = 0;
		let depth = 0;
		for (const token of tokens) {
			if (token.type === 'link_open') depth++;
			if (token.type === 'link_close') depth--;
			const found = token.type === 'text' && depth === 0 ? mark.exec(token.content) : null;
			if (found !== null && position + found.index > 0) {
				const start = position + found.index;
				return { start, end: start + found[0].length, mark: found[0].trim(), ways, isProperty };
			}
			position += rawText([token]).length;
		}
	}
	return undefined;
}
