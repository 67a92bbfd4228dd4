import { displayWidth } from '../display-width.ts';
import { emitAtoms } from './emit-atoms.ts';
import { emitBlockCard } from './emit-block-card.ts';
import { emitPictures } from './emit-pictures.ts';
import type { Extraction } from './extraction.ts';
import { isStatement } from './is-statement.ts';
import { textOf, type Member } from './member.ts';
import { namesSeveral } from './names-several.ts';
import { readCodeBlocks } from './read-code-blocks.ts';
import { readStatement, type Atom } from './statement.ts';
import type { TitledUnit, Unit } from './unit.ts';

/**
 * What a block says beyond the parts that have a form of their own: one card for the block, or one for each of its
 * statements where there are many and each can be asked by itself.
 */
export function emitBlock(unit: Unit, left: readonly Member[], extraction: Extraction): void {
	const own = left.filter((member) => !readCodeBlocks(member, unit, extraction));
	const { title } = unit;
	if (title === undefined || unit.isTodo || extraction.isOnlyMarked(unit)) claimLoose(own, unit, extraction);
	else emitTitled({ ...unit, title }, own, extraction);
}

function emitTitled(unit: TitledUnit, own: readonly Member[], extraction: Extraction): void {
	const statements = own.filter(isStatement);
	if (statements.length === 0) {
		emitPictures(unit, own, extraction);
		return;
	}
	if (unit.kind === 'section' && !isCardSized(unit, own)) {
		for (const member of own) extraction.claimMember(member, 'skipped', 'prose');
		return;
	}
	const plan = planOf(unit, own, statements, extraction);
	if (plan.atoms.size > 0) emitAtoms(unit, plan.atoms, extraction);
	if (plan.block.length > 0) emitBlockCard(unit, plan.block, extraction);
}

interface Plan {
	/** Statements that are asked by themselves. */
	readonly atoms: ReadonlyMap<Member, Atom>;
	/** What the block's card shows; nothing where it needs none. */
	readonly block: readonly Member[];
}

/** More than this many statements in one answer is more than anyone recalls at once. */
const manyStatements = 3;

/**
 * `auto`: atoms where they cover a long block, else the block. Under `其他` the statements have nothing in common that
 * could be asked for: those that can be asked by themselves are, and the block's card has the others.
 */
function planOf(
	unit: TitledUnit,
	own: readonly Member[],
	statements: readonly Member[],
	extraction: Extraction
): Plan {
	const { granularity } = extraction;
	const isLong = statements.length > manyStatements;
	const isGeneric = unit.title.isGeneric && unit.title.text !== '' && !namesSeveral(unit.title);
	const wantsAtoms = granularity !== 'blocks' && (isLong || isGeneric || granularity === 'atoms');
	const atoms = wantsAtoms ? atomsOf(statements, unit, extraction) : noAtoms;
	const isCovered = own.every((member) => atoms.has(member));
	if (isCovered) return { atoms, block: granularity === 'both' ? own : [] };
	if (granularity === 'both') return { atoms, block: own };
	if (isGeneric || granularity === 'atoms') {
		const rest = own.filter((member) => !atoms.has(member));
		return { atoms, block: rest.some(isStatement) ? rest : [] };
	}
	return { atoms: noAtoms, block: own };
}

const noAtoms: ReadonlyMap<Member, Atom> = new Map();

function atomsOf(
	statements: readonly Member[],
	unit: TitledUnit,
	extraction: Extraction
): ReadonlyMap<Member, Atom> {
	const atoms = new Map<Member, Atom>();
	for (const statement of statements) {
		const atom = readStatement(statement, unit, extraction);
		if (atom !== undefined) atoms.set(statement, atom);
	}
	return atoms;
}

/**
 * Text under a heading is a card only where it is a few bullets or a short paragraph: prose is for reading, and so is
 * what introduces the headings under it.
 */
function isCardSized(unit: TitledUnit, own: readonly Member[]): boolean {
	const { node } = unit;
	if (node.kind === 'section' && node.children.some(({ kind }) => kind === 'section')) return false;
	const isList = own.some(({ list }) => list !== undefined);
	if (!isList && unit.parent?.kind === 'note') return false;
	const width = own.reduce((sum, member) => sum + displayWidth(textOf(member)), 0);
	return width <= (isList ? maxListWidth : maxProseWidth);
}

const maxListWidth = 800;
const maxProseWidth = 240;

/** Bullets without a block around them, or tasks under a TODO heading. */
function claimLoose(own: readonly Member[], unit: Unit, extraction: Extraction): void {
	for (const member of own) {
		if (unit.isTodo && member.head !== undefined) {
			extraction.open(member.head.text, unit, member.node, 'todo');
			extraction.claimMember(member, 'open', 'todo');
		} else {
			extraction.claimMember(member, 'skipped', 'loose');
		}
	}
}
