import { expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { boundCards } from './bound-cards.ts';
import { exampleEvent } from './event-examples.ts';

const rebind = (cardId: string, from: string, hlc = 1) =>
	exampleEvent(
		'rebind',
		{ from: from as CardId },
		{ id: `${cardId}<${from}`, cardId: cardId as CardId, hlc }
	);

const bound = (cardId: string, ...events: ReturnType<typeof rebind>[]) =>
	boundCards(cardId as CardId, (id) => events.filter((event) => event.cardId === id));

it('follows a card to those whose reviews it continues, through others too', () => {
	expect(bound('c', rebind('c', 'b'), rebind('b', 'a'), rebind('x', 'y'))).toEqual(['c', 'b', 'a']);
	expect(bound('a')).toEqual(['a']);
});

it('does not go round in circles', () => {
	expect(bound('a', rebind('a', 'b'), rebind('b', 'a'))).toEqual(['a', 'b']);
});

it('passes over a binding that was undone', () => {
	const binding = rebind('c', 'b');
	const undo = exampleEvent('undo', { target: binding.id }, { cardId: 'c' as CardId, hlc: 2 });
	expect(boundCards('c' as CardId, (id) => (id === 'c' ? [binding, undo] : []))).toEqual(['c']);
});
