import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { newParagraph } from '../1-read/read-paragraph.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import { answerCard } from './answer-card.ts';
import type { Construct, Place } from './construct.ts';
import { contentOf } from './content-of.ts';
import { nodesOf } from './member.ts';
import { readTitle } from './title.ts';

/**
 * A line or heading that ends with `#card`: what follows is its answer. `#card-reverse` asks both ways, `#card-spaced`
 * only asks.
 *
 *     - What is a layer? #card
 *                        ^
 *       - A set of file changes.
 */
export const readCardTag: Construct = (place, extraction) => {
	const { member, unit } = place;
	if (member.head === undefined) return 0;
	const raw = rawText(member.head.tokens);
	const tag = /\s*#card(?:-(reverse|spaced)|\/\S+)?(?=\s|$)[ \t]*/.exec(raw);
	if (tag === null) return 0;
	const title = readTitle(cutInline(member.head.tokens, 0, tag.index), member.head.line);
	const after = cutInline(member.head.tokens, tag.index + tag[0].length);
	const inline =
		after.length === 0 ? [] : [newParagraph(after, { line: member.head.line, endLine: member.node.endLine })];
	const following = member.rest.length > 0 || inline.length > 0 ? [] : answerBelow(place);
	const nodes = [...inline, ...member.rest, ...nodesOf(following)];
	if (title.text === '') return 0;
	const isAnswered = ['text', 'images'].includes(contentOf(nodes));
	if (!isAnswered && tag[1] !== 'spaced') {
		extraction.open(title.text, unit, member.node, 'no-answer');
		extraction.claimMember(member, 'open', 'no-answer');
		return 1;
	}
	const cards = [answerCard({ title, prompt: [], nodes }, unit, member.node, extraction)];
	if (tag[1] === 'reverse') {
		const back = extraction.renderInline(title.tokens, title.line);
		const front = extraction.render(nodes);
		cards.push(
			extraction.card({ kind: 'reverse', front, back, key: title.text, form: 'reverse' }, unit, member.node)
		);
	}
	for (const taken of [member, ...following]) extraction.claimMember(taken, 'card', 'marked', cards);
	return 1 + following.length;
};

/** After a paragraph: the blocks up to the next tagged line or heading. */
function answerBelow({ members, index, member }: Place): Place['members'] {
	if (member.node.kind !== 'paragraph') return [];
	const isTagged = (node: NoteNode, text: string): boolean => node.kind === 'section' || /#card\b/.test(text);
	const end = members.findIndex((other, at) => at > index && isTagged(other.node, other.head?.text ?? ''));
	return members.slice(index + 1, end < 0 ? undefined : end).slice(0, 1);
}
