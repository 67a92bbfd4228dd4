import { isWide } from './1-read/inline-text.ts';

/** Columns that a text takes where Chinese characters take two, as on a terminal. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) width += isWide(character.charCodeAt(0)) ? 2 : 1;
	return width;
}
