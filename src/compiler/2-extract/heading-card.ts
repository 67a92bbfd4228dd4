import type { NoteNode } from '../1-read/note-node.ts';
import { answerCard } from './answer-card.ts';
import type { Construct } from './construct.ts';
import { contentOf } from './content-of.ts';
import { readTitle } from './title.ts';

/**
 * In notes where every second-level heading is a card: the heading asks, what is under it answers. A line `***` (or
 * `%` in the older form) ends the question.
 *
 *     ## What is an image?
 *     ^ front
 *     ***
 *     ^ what follows is the back
 */
export const readHeadingCard: Construct = ({ member, unit }, extraction) => {
	const { node, head } = member;
	const isOn = extraction.dialects.has('flashcard-markdown') || extraction.dialects.has('mdanki');
	if (!isOn || node.kind !== 'section' || node.level !== 2 || head === undefined) return 0;
	const title = readTitle(head.tokens, head.line);
	const split = member.rest.findIndex(isSplit);
	const prompt = split < 0 ? [] : member.rest.slice(0, split);
	const tags = member.rest.flatMap(tagsIn);
	const nodes = (split < 0 ? member.rest : member.rest.slice(split + 1)).filter(
		(below) => tagsIn(below).length === 0
	);
	if (title.text === '' || !['text', 'images'].includes(contentOf(nodes))) {
		extraction.open(title.text, unit, node, 'no-answer');
		extraction.claim(node, 'open', 'no-answer');
		return 1;
	}
	const card = answerCard({ title, prompt, nodes, tags }, unit, node, extraction);
	extraction.claim(node, 'card', 'marked', [card]);
	return 1;
};

/** `#tag #other`, `[#tag]() [#other]()` on a line of their own. */
function tagsIn(node: NoteNode): string[] {
	const words = node.kind === 'paragraph' ? node.text.split(/\s+/) : [];
	return words.every((word) => /^#[\p{L}\p{N}_/-]+$/u.test(word)) ? words.map((word) => word.slice(1)) : [];
}

const isSplit = (node: NoteNode): boolean =>
	(node.kind === 'rule' && node.markup.startsWith('***')) || (node.kind === 'paragraph' && node.text === '%');
