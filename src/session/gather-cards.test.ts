import { expect, it } from 'vitest';
import type { CardId, NoteId } from '#deck/ids.ts';
import { actOnCards } from './act-on-cards.ts';
import { buildQueue } from './build-queue.ts';
import { exampleDeck, exampleDeps } from './example-library.ts';
import { gatherCards } from './gather-cards.ts';
import type { SessionScope } from './scope.ts';

const names = Array.from({ length: 400 }, (_, index) => `c${index}`);

async function unseen(scope: SessionScope) {
	const deps = await exampleDeps(names);
	await actOnCards(deps, ['c398' as CardId], 'suspend', {});
	const gathered = await gatherCards(deps.library, deps.clock, scope);
	return gathered.unseen.map(({ cardId }) => cardId);
}

it('finds new cards of a section however many others stand before it', async () => {
	expect(await unseen({ cardIds: ['c399', 'c398', 'c2', 'gone'] as CardId[] })).toEqual(['c399', 'c2']);
});

it('finds new cards of a note', async () => {
	expect(await unseen({ noteIds: ['deck/note' as NoteId] })).toHaveLength(399);
	expect(await unseen({ noteIds: ['deck/other' as NoteId] })).toEqual([]);
});

it('reads no more new cards of a whole deck than a day can use', async () => {
	expect((await unseen({})).length).toBeLessThan(names.length);
});

it('fills the day although many siblings stand before the others', async () => {
	const block = Array.from({ length: 100 }, (_, index) => `s${index}`);
	const deps = await exampleDeps();
	const deck = exampleDeck([block, ...names.slice(0, 30).map((name) => [name])]);
	await deps.library.installDeck(deck, { origin: 'imported' });
	const gathered = await gatherCards(deps.library, deps.clock, {});
	const { main } = buildQueue(gathered, (cards) => cards);
	expect(main.map(({ cardId }) => cardId)).toEqual(['s0', ...names.slice(0, 19)]);
});
