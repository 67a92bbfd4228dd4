import { expect, test } from 'vitest';
import type { Identities, IdentityRow } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import { undoEvents } from './act-on-cards.ts';
import { exampleDeck, exampleDeps } from './example-library.ts';
import { openSession, rate } from './example-session.ts';
import { letOrphanGo, readOrphans, rebindOrphan } from './orphans.ts';

const deckId = 'deck' as DeckId;
const id = (name: string) => name as CardId;
const row = (name: string, state: IdentityRow['state'], kind = 'basic'): IdentityRow => ({
	id: id(name),
	kind,
	file: 'note.md',
	path: ['Harbour'],
	question: `${name}?`,
	questionPrint: name,
	answerPrint: name,
	answerSimilarity: '',
	siblingKey: '',
	state
});
const identities = (...rows: readonly IdentityRow[]): Identities => ({ version: 1, rows });

/** `tide` was reviewed once, then its text went away; `wave` went away unseen, `hidden` by choice. */
async function withOrphans() {
	const deps = await exampleDeps(['tide', 'quay', 'mole']);
	const session = await openSession(deps);
	await rate(session, 4);
	session.close();
	await deps.library.installDeck(exampleDeck([['quay'], ['mole']]), {
		origin: 'imported',
		identities: identities(
			row('mole', 'live'),
			row('quay', 'live'),
			row('hidden', 'hidden'),
			row('tide', 'orphan'),
			row('asked', 'orphan', 'open'),
			row('wave', 'orphan')
		)
	});
	const orphans = async () => (await readOrphans(deps.library, deckId)).map(({ cardId }) => cardId);
	const record = async (name: string) => (await deps.library.records([id(name)]))[0];
	return { deps, orphans, record };
}

test('lists the cards that were reviewed and are gone, with what was asked and when it was last reviewed', async () => {
	const { deps } = await withOrphans();
	expect(await readOrphans(deps.library, deckId)).toEqual([
		{ cardId: 'tide', question: 'tide?', path: ['Harbour'], reviews: 1, lastReviewAt: deps.clock.at }
	]);
	expect(await readOrphans(deps.library, 'none' as DeckId)).toEqual([]);
});

test('a card that takes an orphan up continues its reviews beside its own, until that is undone', async () => {
	const { deps, orphans, record } = await withOrphans();
	const before = await record('tide');
	const written = await rebindOrphan(deps, id('tide'), id('quay'));
	expect(await orphans()).toEqual([]);
	expect(await record('quay')).toMatchObject({ reps: 1, state: before?.state });
	expect((await deps.library.unseen(deckId, 9)).map(({ cardId }) => cardId)).toEqual(['mole']);
	await undoEvents(deps, written);
	expect(await orphans()).toEqual(['tide']);
	expect(await record('quay')).toMatchObject({ reps: 0, state: { kind: 'new' } });
});

test('it still does when a new version of the deck is installed', async () => {
	const { deps, record, orphans } = await withOrphans();
	await rebindOrphan(deps, id('tide'), id('quay'));
	await deps.library.installDeck(exampleDeck([['mole'], ['quay'], ['berth']]), {
		origin: 'imported',
		identities: identities(row('quay', 'live'), row('tide', 'orphan'))
	});
	expect(await record('quay')).toMatchObject({ reps: 1 });
	expect(await orphans()).toEqual([]);
});

test('one that is let go is listed no more; the log keeps its events, and it can be undone', async () => {
	const { deps, orphans, record } = await withOrphans();
	const written = await letOrphanGo(deps, id('tide'));
	expect(await orphans()).toEqual([]);
	expect(await record('tide')).toMatchObject({ reps: 1 });
	await undoEvents(deps, written);
	expect(await orphans()).toEqual(['tide']);
});

test('a card that another deck has now is no orphan', async () => {
	const { deps, orphans } = await withOrphans();
	await deps.library.installDeck(exampleDeck([['tide']], 'other'), { origin: 'imported' });
	expect(await orphans()).toEqual([]);
});
