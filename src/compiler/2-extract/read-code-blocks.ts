import type { Code } from '../1-read/note-node.ts';
import { commandCards } from './command.ts';
import type { Extraction } from './extraction.ts';
import type { Member } from './member.ts';
import type { Unit } from './unit.ts';

/**
 * Cards for the commands in a member's code. True when the member is code and nothing but such commands; code under a
 * statement goes on to illustrate it.
 */
export function readCodeBlocks(member: Member, unit: Unit, extraction: Extraction): boolean {
	let count = 0;
	for (const code of codesIn(member)) {
		const over = member.node.kind === 'code' ? undefined : member.head;
		const cards = commandCards(code, over, unit, extraction);
		if (cards.length > 0) extraction.claim(code, 'card', 'command', cards);
		count += cards.length;
	}
	return member.node.kind === 'code' && count > 0;
}

const codesIn = ({ node, rest }: Member): readonly Code[] =>
	node.kind === 'code' ? [node] : rest.filter((below) => below.kind === 'code');
