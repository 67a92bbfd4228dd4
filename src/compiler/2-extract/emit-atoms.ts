import type { Extraction } from './extraction.ts';
import { textOf, type Member } from './member.ts';
import type { Atom } from './statement.ts';
import type { TitledUnit } from './unit.ts';

/** A card for each statement of a block that can be asked by itself. */
export function emitAtoms(unit: TitledUnit, atoms: ReadonlyMap<Member, Atom>, extraction: Extraction): void {
	const cards = [...atoms].map(([statement, atom]) => {
		const card = extraction.card(
			{ ...atom, key: textOf(statement), form: 'statement' },
			unit,
			statement.node
		);
		extraction.claimMember(statement, 'card', 'statement', [card]);
		return card;
	});
	extraction.claim(unit.node, 'card', 'atoms', cards);
}
