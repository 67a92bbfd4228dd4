import { displayWidth } from '../display-width.ts';
import { planBlock } from './block-plan.ts';
import { emitAtoms } from './emit-atoms.ts';
import { emitBlockCard } from './emit-block-card.ts';
import { emitPictures } from './emit-pictures.ts';
import type { Extraction } from './extraction.ts';
import { isStatement } from './is-statement.ts';
import { textOf, type Member } from './member.ts';
import { readCodeBlocks } from './read-code-blocks.ts';
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
	const plan = planBlock(unit, own, extraction);
	emitAtoms(unit, plan, own, extraction);
	if (plan.block.length > 0) emitBlockCard(unit, plan.block, extraction);
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
