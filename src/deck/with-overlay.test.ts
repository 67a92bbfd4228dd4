import { expect, test } from 'vitest';
import type { Card } from './card.ts';
import { withOverlay } from './with-overlay.ts';

const card = { front: '<p>F</p>', frontText: 'F', back: '<p>B</p>', backText: 'B' } as Card;

test('own words replace a face and are no markup', () => {
	const own = withOverlay(card, { front: 'a <b>\nc & "d"', back: null });
	expect(own.front).toBe('<p>a &lt;b&gt;<br>c &amp; &quot;d&quot;</p>');
	expect(own.frontText).toBe('a <b>\nc & "d"');
	expect(own.back).toBe('<p>B</p>');
});

test('without own words the card is the same', () => {
	expect(withOverlay(card, null)).toBe(card);
	expect(withOverlay(card, { front: null, back: null })).toEqual(card);
});
