import { expect, it } from 'vitest';
import type { Card } from '#deck/card.ts';
import { openMemoryLibrary } from '#library/memory-library.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { exampleDeck, TestClock } from '#session/example-library.ts';
import { reviewScope } from './review-scope.ts';

const deck = exampleDeck([['a', 'b'], ['c']]);
const paths: Readonly<Record<string, readonly string[]>> = {
	a: ['Docker', 'Images'],
	b: ['Docker', 'Networks'],
	c: ['Helm']
};

async function scopeOf(query: string) {
	const scheduler = createScheduler();
	const library = openMemoryLibrary({ scheduler, randomBytes: (count) => new Uint8Array(count) });
	const place = (card: Card, index: number): Card => ({
		...card,
		path: paths[card.id] ?? [],
		source: { file: 'note.md', line: 10 + index, endLine: 10 + index }
	});
	const notes = deck.notes.map((note) => ({ ...note, cards: note.cards.map(place) }));
	await library.installDeck({ ...deck, notes }, { origin: 'imported' });
	return reviewScope(new URLSearchParams(query), {
		library,
		scheduler: () => Promise.resolve(scheduler),
		clock: new TestClock()
	});
}

it.each([
	['', {}],
	['deck=deck', { deckIds: ['deck'] }],
	['minutes=5&ahead=3', { minutes: 5, aheadDays: 3 }],
	['minutes=0&ahead=soon', {}],
	['deck=deck&section=Docker', { deckIds: ['deck'], cardIds: ['a', 'b'] }],
	['deck=deck&section=Docker&section=Networks', { deckIds: ['deck'], cardIds: ['b'] }],
	['deck=deck&cram', { deckIds: ['deck'], cardIds: ['a', 'b', 'c'], isCram: true }],
	['note=deck/note&section=Docker', { noteIds: ['deck/note'], cardIds: ['a', 'b'] }],
	['note=deck/note&lines=11-12&cram', { noteIds: ['deck/note'], cardIds: ['b', 'c'], isCram: true }],
	['note=deck/note&lines=x', { noteIds: ['deck/note'] }],
	['note=deck/note&coldest=2&cram', { noteIds: ['deck/note'], cardIds: [], isCram: true }],
	['deck=deck&note=other&cram', { deckIds: ['deck'], noteIds: ['other'], cardIds: [], isCram: true }]
])('%s', async (query, scope) => {
	expect(await scopeOf(query)).toEqual(scope);
});
