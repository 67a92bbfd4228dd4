import type { Identities, IdentityRow } from './identity.ts';

/**
 * Rows that come with a new version of a deck, and those of this device that it does not know: cards made here by another
 * granularity, which are hidden until they are made again.
 */
export function uniteIdentities(coming: Identities, here: Identities | undefined): Identities {
	const ids = new Set(coming.rows.map(({ id }) => id));
	const own = (here?.rows ?? [])
		.filter(({ id }) => !ids.has(id))
		.map((row): IdentityRow => (row.state === 'live' ? { ...row, state: 'hidden' } : row));
	if (own.length === 0) return coming;
	return { version: 1, rows: [...coming.rows, ...own].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
