import type { Card, Html } from './card.ts';

/** A person's own words over a card's faces; null leaves a face as the note has it. */
export interface Overlay {
	readonly front: string | null;
	readonly back: string | null;
}

/** The card as the person wants to read it. Own words are plain text: line breaks are kept, nothing in them is markup. */
export function withOverlay(card: Card, overlay: Overlay | null): Card {
	if (overlay === null) return card;
	const { front, back } = overlay;
	return {
		...card,
		...(front !== null && { front: htmlOf(front), frontText: front }),
		...(back !== null && { back: htmlOf(back), backText: back })
	};
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const htmlOf = (text: string): Html =>
	`<p>${text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replace(/\r?\n/g, '<br>')}</p>`;
