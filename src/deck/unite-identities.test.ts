import { expect, test } from 'vitest';
import type { Identities, IdentityRow } from './identity.ts';
import type { CardId } from './ids.ts';
import { uniteIdentities } from './unite-identities.ts';

const identities = (...rows: readonly (readonly [string, IdentityRow['state']])[]): Identities => ({
	version: 1,
	rows: rows.map(([id, state]) => ({
		id: id as CardId,
		kind: 'basic',
		file: 'a.md',
		path: [],
		question: id,
		questionPrint: id,
		answerPrint: id,
		answerSimilarity: '',
		siblingKey: '',
		state
	}))
});

test('the rows that come win; rows of this device alone stay, hidden where they were live', () => {
	const coming = identities(['b', 'live'], ['d', 'orphan']);
	const here = identities(['a', 'live'], ['b', 'hidden'], ['c', 'orphan'], ['d', 'live']);
	expect(uniteIdentities(coming, here)).toEqual(
		identities(['a', 'hidden'], ['b', 'live'], ['c', 'orphan'], ['d', 'orphan'])
	);
	expect(uniteIdentities(coming, undefined)).toBe(coming);
});
