import type { Identities, IdentityRow } from '#deck/identity.ts';

/**
 * A person says that a card is one that was lost: from the next compile on, the card that is known as `card` has the id
 * `orphan`. Its own id goes.
 * @throws Error where there are no two such cards, in words for the person
 */
export function rebindRows(identities: Identities, orphan: string, card: string): Identities {
	const rowOf = (id: string): IdentityRow => {
		const row = identities.rows.find((one) => one.id === id);
		if (row === undefined) throw new Error(`The lockfile has no card ${id}.`);
		return row;
	};
	const lost = rowOf(orphan);
	const live = rowOf(card);
	if (lost.state === 'live') throw new Error(`The card ${orphan} is still in the notes: ${lost.question}`);
	if (live.state !== 'live') throw new Error(`The card ${card} is not in the notes: ${live.question}`);
	const rows = identities.rows.flatMap((row) => {
		if (row === live) return [];
		return row === lost ? [{ ...live, id: lost.id }] : [row];
	});
	return { version: 1, rows };
}
