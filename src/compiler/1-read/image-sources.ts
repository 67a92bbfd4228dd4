import type { Token } from 'markdown-it';
import type { NoteNode } from './note-node.ts';
import type { ReadNote } from './read-note.ts';

/** Addresses of all pictures of a note, in order, also of those that stand in no card: the note is read as a whole too. */
export function imageSources({ root, carved }: ReadNote): readonly string[] {
	const nodes = carved.flatMap(({ front, back, options }) => [
		...front,
		...back,
		...options.flatMap((option) => option.nodes)
	]);
	return [root, ...nodes].flatMap(sourcesIn);
}

function sourcesIn(node: NoteNode): readonly string[] {
	switch (node.kind) {
		case 'paragraph':
			return sourcesOf(node.inline);
		case 'table':
			return node.rows.flat().flatMap(sourcesOf);
		case 'section':
		case 'details':
			return [...sourcesOf(node.title), ...node.children.flatMap(sourcesIn)];
		case 'list':
		case 'item':
		case 'quote':
			return node.children.flatMap(sourcesIn);
		default:
			return [];
	}
}

const sourcesOf = (inline: readonly Token[]): readonly string[] =>
	inline.flatMap((token) => (token.type === 'image' ? [String(token.attrGet('src') ?? '')] : []));
