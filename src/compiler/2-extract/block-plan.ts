import { displayWidth } from '../display-width.ts';
import { contentOf } from './content-of.ts';
import { enumerationOf } from './enumeration.ts';
import type { Extraction } from './extraction.ts';
import { asksWhy, tellsOutcome } from './front-of-block.ts';
import { isCommand } from './is-command.ts';
import { isDefining, isPlainDefinition } from './is-defining.ts';
import { isNounPhrase } from './is-noun-phrase.ts';
import { isStatement } from './is-statement.ts';
import { isTool } from './is-tool.ts';
import { isThought } from './is-thought.ts';
import { membersOf, nodesOf, textOf, withoutMembers, type Member } from './member.ts';
import { namesSeveral } from './names-several.ts';
import { openAsides } from './open-aside.ts';
import { splitCondition } from './condition.ts';
import { splitLabel } from './split-label.ts';
import { splitReason } from './reason.ts';
import { repeatsTitle } from './repeats-title.ts';
import { whatIsSaid } from './said.ts';
import { readStatement, type Atom } from './statement.ts';
import { statementShape, type StatementShape } from './statement-shape.ts';
import { isSentence } from './subject-of.ts';
import type { TitledUnit } from './unit.ts';

/** How a block is asked. */
export interface BlockPlan {
	/** The statement that says what the title is. */
	readonly definition: Member | undefined;
	/** Statements that are asked by themselves. */
	readonly atoms: ReadonlyMap<Member, Atom>;
	/** Statements of one shape are asked together: "X 有什麼限制？". */
	readonly shapes: ReadonlyMap<StatementShape, readonly Member[]>;
	/** Bullets that are a command and nothing else. */
	readonly commands: readonly Member[];
	/** What the block's card shows; nothing where it needs none. */
	readonly block: readonly Member[];
}

const nothing: BlockPlan = {
	definition: undefined,
	atoms: new Map(),
	shapes: new Map(),
	commands: [],
	block: []
};

/**
 * `auto`: every statement by itself, where it can be asked so; the block's card has what is left. A block that is one
 * thing (a list to name, steps, a reason) is asked as a whole. `blocks` asks only that; `both` asks the block beside
 * its statements.
 */
export function planBlock(unit: TitledUnit, own: readonly Member[], extraction: Extraction): BlockPlan {
	const { granularity } = extraction;
	const statements = own.filter(isStatement);
	if (granularity === 'blocks') return { ...nothing, block: own };
	if (granularity === 'auto' && isOneThing(unit, own, statements, extraction))
		return { ...nothing, block: own };
	const plan = planStatements(unit, own, statements, extraction);
	return granularity === 'both' ? { ...plan, block: own } : plan;
}

function planStatements(
	unit: TitledUnit,
	own: readonly Member[],
	statements: readonly Member[],
	extraction: Extraction
): BlockPlan {
	const definedBy = definitionOf(unit, statements);
	let definition: Member | undefined;
	const commands: Member[] = [];
	const atoms = new Map<Member, Atom>();
	const shapes = new Map<StatementShape, Member[]>();
	const left: Member[] = [];
	for (const member of withIllustrations(own).map((one) => withoutClaimed(one, extraction))) {
		if (member.node.kind === 'item' && isThought(textOf(member))) {
			openAsides(member.node, unit, extraction);
			extraction.claimMember(member, 'skipped', 'thought');
			continue;
		}
		if (member.node === definedBy?.node) {
			definition = member;
			continue;
		}
		if (saysTitleAgain(member, unit)) {
			extraction.claimMember(member, 'skipped', 'repeats-title');
			continue;
		}
		if (isCommandBullet(member)) {
			commands.push(member);
			continue;
		}
		const reading = isStatement(member) ? readStatement(member, unit, extraction) : undefined;
		if (reading === undefined) left.push(member);
		else if (typeof reading === 'object') atoms.set(member, reading);
		else shapes.set(reading, [...(shapes.get(reading) ?? []), member]);
	}
	const block = left.some(isStatement) ? left : [];
	return { definition, atoms, shapes, commands, block };
}

const saysTitleAgain = (member: Member, unit: TitledUnit): boolean =>
	isStatement(member) &&
	member.rest.length === 0 &&
	isSentence(unit.title) &&
	member.head !== undefined &&
	repeatsTitle(whatIsSaid(member.head, unit).head.text, unit.title);

/** What stands under a statement and is asked by a card of its own, or is no content, is no part of its answer. */
const withoutClaimed = (member: Member, { claims }: Extraction): Member => ({
	...member,
	rest: withoutMembers(
		member.rest,
		new Set(membersOf(member.rest).flatMap(({ node }) => (claims.has(node) ? [node] : [])))
	)
});

/** One question asks for all of it, and its answer is short enough to be given at once. */
function isOneThing(
	unit: TitledUnit,
	own: readonly Member[],
	statements: readonly Member[],
	extraction: Extraction
): boolean {
	const [first, ...more] = statements;
	if (
		first?.head === undefined ||
		asksAtOnce(unit, statements) ||
		asksWhy(unit.title, textOf(first)) ||
		tellsOutcome(unit.title)
	)
		return true;
	const [list] = nodesOf(own);
	if (list?.kind === 'list' && list.start !== undefined && list.children.length > 2) return true;
	if (
		more.length === 0 &&
		first.rest.length === 0 &&
		enumerationOf(first.head.tokens, first.head.line, extraction)
	)
		return true;
	const isList = namesSeveral(unit.title) || (more.length > 0 && statements.every(isNounPhrase));
	return isList && statements.every(isNameable);
}

/** A question is one thing; one without its mark may only be the name of a section of many statements. */
const asksAtOnce = ({ title }: TitledUnit, statements: readonly Member[]): boolean =>
	title.isQuestion && (/[?？]$/.test(title.text) || statements.length <= maxAnswerStatements);
const maxAnswerStatements = 4;

/** Short, and no reason, condition or rule by itself: something that is named in a list. */
function isNameable({ head }: Member): boolean {
	if (head === undefined || displayWidth(head.text) > maxNameWidth) return false;
	const isSaying = splitReason(head.tokens) !== undefined || splitCondition(head.tokens) !== undefined;
	return !isSaying && statementShape(head.text) === undefined;
}

const maxNameWidth = 72;

/** Under a title that is a name: what a tool does, the statement that defines it, or the one noun phrase among others. */
function definitionOf(unit: TitledUnit, statements: readonly Member[]): Member | undefined {
	const { title } = unit;
	if (title.isGeneric || isSentence(title)) return undefined;
	const first = statements.find((member) => !isCommandBullet(member));
	if (isTool(unit) && first !== undefined && statementShape(textOf(first)) === undefined) return first;
	const certain = statements.find(
		(member) => isPlainDefinition(textOf(member), title.text) || introduces(member)
	);
	if (certain !== undefined) return certain;
	const [only, ...others] = statements;
	if (only !== undefined && others.length === 0 && isDefining(textOf(only), title.text)) return only;
	const phrases = statements.filter((member) => isNounPhrase(member) && !isCommandBullet(member));
	return phrases.length === 1 ? phrases[0] : undefined;
}

/** `簡介：…` */
const introduces = ({ head }: Member): boolean =>
	/^(?:簡介|简介|介紹|介绍|intro|introduction)$/i.test(
		(head === undefined ? undefined : splitLabel(head.tokens)?.labelText) ?? ''
	);

function isCommandBullet({ head, rest, list }: Member): boolean {
	const [code, ...more] = head?.tokens ?? [];
	const isCode = code?.type === 'code_inline' && more.length === 0 && isCommand(code.content);
	return isCode && list !== undefined && contentOf(rest) !== 'text';
}

/** `` `ipvsadm` ``, `EX. 圖中 lb-mylay`: beside statements it only illustrates. */
const isBareName = ({ head }: Member): boolean =>
	head !== undefined &&
	((head.tokens.length === 1 && head.tokens[0]?.type === 'code_inline' && !isCommand(head.text)) ||
		/^(?:EX|例)[.．:：\s]*(?:圖中|图中|如圖|如图|見圖|见图)/i.test(head.text));

/** Pictures and code that stand between statements belong to the statement before them, or the first. */
function withIllustrations(own: readonly Member[]): Member[] {
	const others = own.some((member) => isStatement(member) && !isBareName(member));
	const members: Member[] = [];
	const early: Member[] = [];
	for (const member of own) {
		const last = members.at(-1);
		if (isStatement(member) && !(isBareName(member) && others))
			members.push({ ...member, rest: [...member.rest, ...nodesOf(early.splice(0))] });
		else if (last === undefined) early.push(member);
		else members[members.length - 1] = { ...last, rest: [...last.rest, ...nodesOf([member])] };
	}
	return [...members, ...early];
}
