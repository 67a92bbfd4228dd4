import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';
import { newParagraph } from '../1-read/read-paragraph.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import type { Face } from '../4-emit/face.ts';
import type { CardDraft } from './card-draft.ts';
import type { Construct, Place } from './construct.ts';
import { commandCard } from './command.ts';
import { isCommand } from './is-command.ts';
import { isInstruction } from './is-instruction.ts';
import { enumerationOf } from './enumeration.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { labelRole } from './label-role.ts';
import { isBlock, type Head } from './member.ts';
import { listFront } from './list-front.ts';
import { namesSeveral } from './names-several.ts';
import { splitLabel, type SplitLabel } from './split-label.ts';
import { isTerm, isQualifier } from './term.ts';
import { readTitle } from './title.ts';
import { isSentence, subjectOf } from './subject-of.ts';
import { innerUnit, pathWithin, type Unit } from './unit.ts';

/**
 * A term and what it means, or a property of the block and its value.
 *
 *     - `docker search X`：預設從 Docker Hub 上搜尋        - 取代方式：使用 `-d` detach 模式
 *       ^ term              ^ meaning                       ^ property of the block it stands in
 */
export const readDefinition: Construct = (place, extraction) => {
	const { member } = place;
	if (member.head === undefined || isBlock(member.node)) return 0;
	const before = extraction.cards.length;
	const lines = member.node.kind === 'paragraph' && member.rest.length === 0 ? termLines(member.head) : [];
	if (lines.length === 0) return readTerm(place, member.head, extraction);
	const taken = lines.map((head) => {
		const node = { ...member.node, line: head.line, endLine: head.line };
		return readTerm({ ...place, member: { ...member, head, node } }, head, extraction);
	});
	if (taken.some((count) => count > 0))
		extraction.claimMember(member, 'card', 'definition', extraction.cards.slice(before));
	return Math.max(...taken);
};

/** A paragraph of lines that each begin with a marked term: `**max-age** - …⏎**immutable** - …`. */
function termLines({ tokens, line }: Head): Head[] {
	const lines = rawText(tokens).split('\n');
	if (lines.length === 1 || lines.length > mostTermLines) return [];
	const heads: Head[] = [];
	let from = 0;
	for (const [index, text] of lines.entries()) {
		const own = cutInline(tokens, from, from + text.length);
		if (splitLabel(own)?.isMarked !== true) return [];
		heads.push({ tokens: own, text: inlineText(own), line: line + index, holds: 'text' });
		from += text.length + 1;
	}
	return heads;
}

/** More in one paragraph is no glossary; each line is cut out of the whole. */
const mostTermLines = 200;

function readTerm(place: Place, head: Head, extraction: Extraction): number {
	const { member, unit } = place;
	const split = splitLabel(head.tokens);
	if (split === undefined || split.valueText === '') return 0;
	const role = labelRole(split.labelText);
	if (role !== undefined ? role !== 'aspect' || unit.title === undefined : !isTerm(split)) return 0;
	if (unit.isTodo && !split.isMarked) return 0;
	if (split.labelText === unit.title?.text && split.label[0]?.type === 'link_open') return 0;
	const value = newParagraph(split.value, { line: head.line, endLine: head.line });
	if (value.holds === 'links') {
		extraction.claimMember(member, 'skipped', 'reference');
		return 1;
	}
	const cards =
		labelledCommand(place, split, extraction) ??
		definitionCards(place, split, [value, ...member.rest], extraction);
	extraction.claimMember(member, 'card', 'definition', cards);
	if (member.rest.length > 0) {
		place.readForms(innerUnit(unit, 'label', readTitle(split.label, head.line), member.node), member.rest);
	}
	return 1;
}

/**
 * `Watch it: kubectl rollout status …`: the label says what the command is for. Undefined for any other value, and for a
 * label that is code or a role itself.
 */
function labelledCommand(
	{ member, unit }: Place,
	split: SplitLabel,
	extraction: Extraction
): CardDraft[] | undefined {
	const [code, ...more] = split.value;
	const isCommandAlone = code?.type === 'code_inline' && more.length === 0 && isCommand(code.content);
	if (!isCommandAlone || split.isMarked || labelRole(split.labelText) !== undefined) return undefined;
	// `mac: scutil --dns`: one word says of what, not what for.
	if (/^[\w.-]+$/.test(split.labelText)) return undefined;
	const label = extraction.renderInline(split.label, member.node.line);
	const front = fillTemplate(extraction.phrases.command, label);
	const known = { key: split.labelText, form: 'ask' } as const;
	const below = extraction.render(member.rest);
	return [
		commandCard({ front, command: code.content, language: 'sh', known, below }, unit, member.node, extraction)
	];
}

function definitionCards(
	{ member, unit }: Place,
	split: SplitLabel,
	meaning: readonly NoteNode[],
	extraction: Extraction
): CardDraft[] {
	const { node } = member;
	const key = split.labelText;
	// Terms of a block do not give each other away; those under a list's label are what it asks for.
	const group = unit.kind === 'label' ? unit.group : [...pathWithin(unit), key].join('\n');
	const back = extraction.render(meaning);
	const list =
		member.rest.length === 0
			? enumerationOf(split.value, member.head?.line ?? node.line, extraction)
			: undefined;
	if (list !== undefined) {
		const named = innerUnit(unit, 'label', readTitle(split.label, node.line), node);
		const front = isQualifier(split, unit)
			? frontOf(split, unit, node, extraction)
			: listFront(named, list.items.length, extraction);
		return [
			extraction.card(
				{ kind: 'list', front, back: list.face, key, group, parts: { kind: 'list', items: list.items } },
				unit,
				node
			)
		];
	}
	const cards = [
		extraction.card(
			{ kind: 'basic', front: frontOf(split, unit, node, extraction), back, key, group },
			unit,
			node
		)
	];
	if (extraction.isReversed || member.directive === 'reverse') {
		const front = fillTemplate(extraction.phrases.reverse, extraction.renderInline(split.value, node.line));
		const term = extraction.renderInline(split.label, node.line);
		cards.push(
			extraction.card({ kind: 'reverse', front, back: term, key, group, form: 'reverse' }, unit, node)
		);
	}
	return cards;
}

function frontOf(split: SplitLabel, unit: Unit, node: NoteNode, extraction: Extraction): Face {
	const { phrases } = extraction;
	const term = extraction.renderInline(split.label, node.line);
	if (unit.title !== undefined && labelRole(split.labelText) === 'aspect') {
		const template = isSentence(unit.title) ? phrases.value : phrases.aspect;
		return fillTemplate(template, subjectOf(unit, extraction), term);
	}
	const title = readTitle(split.label, node.line);
	const named = innerUnit(unit, 'label', title, node);
	if (namesSeveral(title)) return listFront(named, 0, extraction);
	if (unit.title !== undefined && isQualifier(split, unit)) {
		return fillTemplate(phrases.value, subjectOf(unit, extraction), term);
	}
	const subject =
		split.isMarked || split.labelText === unit.title?.text ? term : subjectOf(named, extraction);
	if (isInstruction(split.valueText)) return fillTemplate(phrases.usage, subject);
	if (isProperty.test(split.valueText)) return fillTemplate(phrases.trait, subject);
	return fillTemplate(labelsCommand(split) ? phrases.whatDoes : phrases.whatIs, subject);
}

/** What a thing is like, and not what it is. */
const isProperty =
	/^(?:付費|付费|免費|免费|收費|收费|開源|开源|商用|已?棄用|已?弃用|已?淘汰|不推薦|不推荐|paid|free|open.?source|deprecated|obsolete)[\s，,。（(]*(?:的)?$/i;

/** `docker search X`: code of more than one word. */
const labelsCommand = (split: SplitLabel): boolean =>
	split.label[0]?.type === 'code_inline' && /^\S+\s+\S/.test(split.labelText);
