import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IdentityRow } from '#deck/identity.ts';
import type { CardId } from '#deck/ids.ts';
import { replaceRows } from './replace-rows.ts';

const row = (id: string, question = ''): IdentityRow => ({
	id: id as CardId,
	kind: 'basic',
	file: 'a.md',
	path: [],
	question,
	questionPrint: '',
	answerPrint: '',
	answerSimilarity: '',
	siblingKey: '',
	state: 'live'
});
const byId = (a: IdentityRow, b: IdentityRow) => (a.id < b.id ? -1 : 1);
const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { maxLength: 20 });

test('is the list without those that go and with those that come, in order', () => {
	fc.assert(
		fc.property(ids, ids, ids, (kept, gone, come) => {
			const changed = new Set([...gone, ...come]);
			const stay = kept.filter((id) => !changed.has(id)).map((id) => row(id));
			const out = gone.map((id) => row(id));
			const rows = [...stay, ...out].sort(byId);
			const coming = come.map((id) => row(id, 'new')).sort(byId);
			expect(replaceRows(rows, out.sort(byId), coming)).toEqual([...stay, ...coming].sort(byId));
		})
	);
});

test('passes over what goes and is not there', () => {
	expect(replaceRows([row('b')], [row('a'), row('c')], [row('d')])).toEqual([row('b'), row('d')]);
});
