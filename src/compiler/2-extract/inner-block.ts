import type { Construct } from './construct.ts';
import { contentOf, type Content } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { labelRole } from './label-role.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import { membersOf, withoutMembers, type Member } from './member.ts';
import { isReference } from './reference.ts';
import { fillTemplate } from './fill-template.ts';
import { splitLabel } from './split-label.ts';
import { isTerm } from './term.ts';
import { readTitle } from './title.ts';
import { isTodo, openTask } from './todo.ts';
import { isTodoText } from '../1-read/todo-mark.ts';
import { innerUnit, type Unit } from './unit.ts';

/**
 * Details and headings: blocks of their own.
 *
 *     - <details close>
 *       <summary>host</summary>
 *                ^
 */
export const readInnerBlock: Construct = (place, extraction) => {
	const { member } = place;
	const { node, head } = member;
	if ((node.kind !== 'details' && node.kind !== 'section') || head === undefined) return 0;
	if (labelRole(head.text) === 'thought') {
		extraction.claim(node, 'skipped', 'thought');
		return 1;
	}
	const unit = titledUnit(place.unit, member);
	if (node.kind === 'details' && head.text === '') extraction.report('empty-summary', node.line);
	const content = contentOf(withoutReferences(member));
	if (node.kind === 'details' && content !== 'text' && content !== 'images')
		claimOpen(member, content, place.unit, extraction);
	else {
		place.readUnit(readTitleDefinition(unit, extraction), member.rest);
		extraction.claim(node, 'container', 'container');
	}
	return 1;
};

/** A heading that only says TODO is no title of what is under it. */
function titledUnit(around: Unit, { node, head }: Member): Unit {
	const title = readTitle(head?.tokens ?? [], head?.line ?? node.line);
	const unit = innerUnit(around, node.kind === 'section' ? 'section' : 'details', title, node);
	if (!isTodoText(title.text)) return unit;
	return { ...unit, title: around.title, path: around.path, parent: around.parent };
}

/** A bare link, or one that explains the title, is no content of a block. */
function withoutReferences({ rest, head }: Member): readonly NoteNode[] {
	const references = membersOf(rest).filter(({ node }) => isReference(node, head?.text ?? ''));
	if (references.length === 0) return rest;
	const left = withoutMembers(rest, new Set(references.map(({ node }) => node)));
	return contentOf(left) === 'nothing' ? rest : left;
}

const openReasons = { todo: 'todo', links: 'link-only', nothing: 'empty' } as const;

function claimOpen(
	member: Member,
	content: Exclude<Content, 'text' | 'images'>,
	around: Unit,
	extraction: Extraction
): void {
	const { node } = member;
	const reason = openReasons[content];
	const unit = titledUnit(around, member);
	const tasks =
		content === 'todo' && unit.title?.isQuestion !== true ? membersOf(member.rest).filter(isTodo) : [];
	for (const task of tasks) openTask(task, unit, extraction);
	if (tasks.length === 0) extraction.open(member.head?.text ?? '', around, node, reason);
	extraction.claim(node, 'open', reason);
}

/**
 * A title that says what its term means: the term is asked for, and names the block.
 *
 *     <summary>scratch：空的 image</summary>
 *              ^ term   ^ meaning
 */
function readTitleDefinition(unit: Unit, extraction: Extraction): Unit {
	const { title } = unit;
	const split = title === undefined || unit.kind !== 'details' ? undefined : splitLabel(title.tokens);
	if (title === undefined || split === undefined || !isTerm(split)) return unit;
	if (!/^[ -~]+$/.test(split.labelText) || !/[^ -~]/.test(split.valueText)) return unit;
	const term = readTitle(split.label, title.line);
	const front = fillTemplate(extraction.phrases.whatIs, extraction.renderInline(split.label, title.line));
	const back = extraction.renderInline(split.value, title.line);
	const place = { line: title.line, endLine: title.line };
	extraction.card(
		{ kind: 'basic', front, back, path: unit.path, key: term.text, form: 'title' },
		unit,
		place
	);
	return { ...unit, title: term };
}
