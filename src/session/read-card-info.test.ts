import { expect, it } from 'vitest';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { actOnCards, undoEvents } from './act-on-cards.ts';
import { exampleDeck, exampleDeps } from './example-library.ts';
import { readCardInfo } from './read-card-info.ts';
import { ReviewSession } from './review-session.svelte.ts';

const place = { cardId: 'a' as CardId, noteId: 'deck/note' as NoteId, deckId: 'deck' as DeckId };

it('says of a new card that it is new', async () => {
	const info = await readCardInfo(await exampleDeps(['a']), place);
	expect(info).toMatchObject({ card: { id: 'a' }, memory: null, recall: null, history: [] });
	expect(info?.why).toEqual({ kind: 'new' });
});

it('tells what happened to a card, latest first, and why it comes when it comes', async () => {
	const deps = await exampleDeps(['a']);
	const session = await ReviewSession.open(deps);
	session.showAnswer();
	await session.rate(4);
	session.close();
	await undoEvents(deps, await actOnCards(deps, [place.cardId], 'suspend', {}));
	deps.clock.passDays(3);
	const info = await readCardInfo(deps, place);
	expect(info?.history.map(({ event, isUndone }) => [event.type, isUndone])).toEqual([
		['suspend', true],
		['review', false]
	]);
	expect(info?.why).toMatchObject({ kind: 'interval', rating: 4 });
	expect(info?.memory?.stabilityDays).toBeGreaterThan(1);
	expect(info?.recall).toBeLessThan(1);
});

it('names the other cards of the same block, with where they stand', async () => {
	const deps = await exampleDeps([]);
	await deps.library.installDeck(exampleDeck([['a', 'b'], ['c']]), { origin: 'imported' });
	await actOnCards(deps, ['b' as CardId], 'suspend', {});
	const info = await readCardInfo(deps, place);
	expect(info?.siblings).toMatchObject([{ card: { id: 'b' }, record: { isSuspended: true } }]);
});

it('knows nothing of a card that no deck holds', async () => {
	expect(await readCardInfo(await exampleDeps(['b']), place)).toBeUndefined();
});
