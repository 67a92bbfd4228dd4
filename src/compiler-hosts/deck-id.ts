import type { DeckId } from '#deck/ids.ts';

/** `notes/Docker (2023).md` -> `Docker-2023`: the file's or folder's name, safe in an address. */
export function deckIdOf(path: string): DeckId {
	const name =
		path
			.replace(/[/\\]+$/, '')
			.split(/[/\\]/)
			.at(-1) ?? '';
	const slug = name
		.replace(/\.(?:md|markdown)$/i, '')
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}._]+/gu, '-')
		.replace(/^[-.]+|[-.]+$/g, '');
	return (slug === '' ? 'notes' : slug) as DeckId;
}
