import type { NoteNode } from '../1-read/note-node.ts';

/** What nodes hold, at best: text to learn; only pictures; only links; only tasks; nothing. */
export type Content = 'text' | 'images' | 'links' | 'todo' | 'nothing';

export function contentOf(nodes: readonly NoteNode[]): Content {
	let best: Content = 'nothing';
	for (const node of nodes) {
		const content = contentOfNode(node);
		if (content === 'text') return content;
		if (rank[content] > rank[best]) best = content;
	}
	return best;
}

function contentOfNode(node: NoteNode): Content {
	switch (node.kind) {
		case 'paragraph':
			return node.text === '' && node.holds === 'text' ? 'nothing' : node.holds;
		case 'code':
		case 'table':
		case 'formula':
			return 'text';
		case 'section':
		case 'details':
		case 'list':
		case 'quote':
			return contentOf(node.children);
		case 'item':
			return contentOfItem(node.children);
		case 'html':
		case 'rule':
			return 'nothing';
	}
}

/** What stands under a task belongs to the task. */
function contentOfItem(children: readonly NoteNode[]): Content {
	const first = children[0];
	if (first?.kind === 'paragraph' && first.holds === 'todo') return 'todo';
	return contentOf(children);
}

/** A picture beside a task is no answer yet. */
const rank: Readonly<Record<Content, number>> = { text: 4, todo: 3, images: 2, links: 1, nothing: 0 };
