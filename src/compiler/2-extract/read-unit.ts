import type { NoteNode } from '../1-read/note-node.ts';
import { readAnswerBlock } from './answer-block.ts';
import { readCallout } from './callout.ts';
import { readCardTag } from './card-tag.ts';
import { readCloze } from './cloze.ts';
import { readHeadingCard } from './heading-card.ts';
import { readMarkedLine } from './marked-line.ts';
import { readComparison } from './comparison.ts';
import type { Construct } from './construct.ts';
import { contentOf } from './content-of.ts';
import { readDefinition } from './definition.ts';
import { emitBlock } from './emit-block.ts';
import { emitLabels } from './emit-labels.ts';
import type { Extraction } from './extraction.ts';
import { readInnerBlock } from './inner-block.ts';
import { readLabel } from './label.ts';
import { labelRole } from './label-role.ts';
import { membersOf, textOf, type Member } from './member.ts';
import { readOldAndNew } from './old-and-new.ts';
import { readQuestion } from './question.ts';
import { readReference } from './reference.ts';
import { readReplacement } from './replacement.ts';
import { readSteps } from './steps.ts';
import { readTable } from './table.ts';
import { readTodo } from './todo.ts';
import { readTitle } from './title.ts';
import { innerUnit, type Unit } from './unit.ts';

/** Forms that a note's parts can have, in the order in which they are tried: the first that knows a part takes it. */
const constructs: readonly Construct[] = [
	readSkipped,
	readTodo,
	readHeadingCard,
	readCardTag,
	readCloze,
	readMarkedLine,
	readAnswerBlock,
	readQuestion,
	readCallout,
	readComparison,
	readOldAndNew,
	readSteps,
	readReference,
	readInnerBlock,
	readReplacement,
	readDefinition,
	readTable,
	readLabel
];

/** Forms that are told by how a text reads, not by a mark. */
const guesses: ReadonlySet<Construct> = new Set([readDefinition, readLabel, readReplacement, readOldAndNew]);

const formsUnderStatements: readonly Construct[] = [
	readSkipped,
	readTodo,
	readCardTag,
	readCloze,
	readMarkedLine,
	readQuestion,
	readCallout,
	readComparison,
	readOldAndNew,
	readReference,
	readInnerBlock,
	readReplacement,
	readDefinition,
	readTable
];

/** Reads a block: each part by its form, and what has none as statements of the block itself. */
export function readUnit(unit: Unit, nodes: readonly NoteNode[], extraction: Extraction): void {
	const left = readForms(unit, nodes, extraction);
	if (left.length === 0 && !extraction.isOnlyMarked(unit)) emitLabels(unit, membersOf(nodes), extraction);
	else emitBlock(unit, left, extraction);
}

/** Reads the parts that have a form of their own; returns the others. */
function readForms(
	unit: Unit,
	nodes: readonly NoteNode[],
	extraction: Extraction,
	forms: readonly Construct[] = constructs
): readonly Member[] {
	const members = openTransparent(membersOf(nodes), extraction);
	const left: Member[] = [];
	const known = extraction.isOnlyMarked(unit) ? forms.filter((form) => !guesses.has(form)) : forms;
	const readInner = (inner: Unit, below: readonly NoteNode[]): void => readUnit(inner, below, extraction);
	const readInnerForms = (inner: Unit, below: readonly NoteNode[]): void =>
		void readForms(inner, below, extraction);
	for (let index = 0; index < members.length;) {
		const member = members[index];
		if (member === undefined) break;
		const place = {
			members,
			index,
			member,
			unit,
			left,
			readUnit: readInner,
			readForms: readInnerForms
		};
		let taken = 0;
		for (const construct of known) {
			taken = construct(place, extraction);
			if (taken > 0) break;
		}
		if (taken === 0) {
			left.push(member);
			readUnder(member, unit, extraction);
		}
		index += Math.max(taken, 1);
	}
	return left;
}

/** Under a statement, questions, terms and tasks are read too; what else stands there belongs to the statement. */
function readUnder(member: Member, unit: Unit, extraction: Extraction): void {
	if (member.node.kind !== 'item' || member.head === undefined || member.rest.length === 0) return;
	const title = readTitle(member.head.tokens, member.head.line);
	readForms(innerUnit(unit, 'label', title, member.node), member.rest, extraction, formsUnderStatements);
}

/** `<!-- deckhand: skip -->` takes the next block out, with all that is in it. */
function readSkipped({ member }: Parameters<Construct>[0], extraction: Extraction): number {
	if (member.directive !== 'skip') return 0;
	extraction.claimMember(member, 'skipped', 'directive');
	return 1;
}

/** `摘要：` over bullets: the bullets are the block's own. */
function openTransparent(members: readonly Member[], extraction: Extraction): Member[] {
	return members.flatMap((member): Member[] => {
		const role = member.node.kind === 'item' ? labelRole(textOf(member)) : undefined;
		const isOpened = (role === 'transparent' || role === 'answer') && contentOf(member.rest) === 'text';
		if (!isOpened) return [member];
		extraction.claim(member.node, 'container', 'label');
		return openTransparent(membersOf(member.rest), extraction);
	});
}
