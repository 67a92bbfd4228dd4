import type { NoteNode } from '../1-read/note-node.ts';
import type { Extraction } from './extraction.ts';
import type { Unit } from './unit.ts';

/**
 * Questions that the author asks in passing, and that nothing answers: in brackets after a statement, or among thoughts.
 *
 *     寫在不同 RUN（不知實作時是否會有這種需求？）
 *                   ^
 */
export function openAsides(node: NoteNode, unit: Unit, extraction: Extraction): void {
	if (node.kind === 'paragraph') {
		const asked = questionIn(node.text);
		if (asked !== undefined) extraction.open(asked, unit, node, 'no-answer');
	} else if ('children' in node) {
		for (const child of node.children) openAsides(child, unit, extraction);
	}
}

/** The question that a text of the author's asks: the one in brackets, or the whole. */
const questionIn = (text: string): string | undefined =>
	/[(（]([^()（）]{4,80}[?？])[)）]/.exec(text)?.[1] ?? (/[?？]$/.test(text) ? text : undefined);
