import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { newParagraph } from '../1-read/read-paragraph.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import { answerCard } from './answer-card.ts';
import type { Construct, Place } from './construct.ts';
import { clozeCards } from './cloze-cards.ts';
import { deletionsIn } from './deletions.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { nodesOf, type Member } from './member.ts';
import { innerUnit } from './unit.ts';
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
	const tag = cardTag.exec(raw);
	if (tag === null) return 0;
	const title = readTitle(cutInline(member.head.tokens, 0, tag.index), member.head.line);
	const after = cutInline(member.head.tokens, tag.index + tag[0].length);
	const inline =
		after.length === 0 ? [] : [newParagraph(after, { line: member.head.line, endLine: member.node.endLine })];
	const following = member.rest.length > 0 || inline.length > 0 ? [] : answerBelow(place, extraction);
	const { inner, rest } = separateMarked(member, extraction);
	const nodes = [...inline, ...rest, ...nodesOf(following)];
	if (title.text === '') return 0;
	const isAnswered = ['text', 'images'].includes(contentOf(nodes));
	const deletions = isAnswered ? [] : deletionsIn(title.tokens, extraction.dialects, extraction.hidesBold);
	if (deletions.length > 0) {
		const text = { tokens: title.tokens, line: title.line, deletions, below: [] };
		extraction.claimMember(member, 'card', 'cloze', clozeCards(text, unit, member.node, extraction));
		return 1;
	}
	if (!isAnswered && tag[1] !== 'spaced') {
		extraction.open(title.text, unit, member.node, 'no-answer');
		extraction.claimMember(member, 'open', 'no-answer');
		return 1;
	}
	// A prompt without an answer: the person recalls, and sees the prompt again.
	const shown = isAnswered ? nodes : [newParagraph(title.tokens, { line: title.line, endLine: title.line })];
	const cards = [answerCard({ title, prompt: [], nodes: shown }, unit, member.node, extraction)];
	if (tag[1] === 'reverse' || /#(?:reversed|bidirectional)\b/.test(tag[0])) {
		const back = extraction.renderInline(title.tokens, title.line);
		const front = extraction.render(nodes);
		cards.push(
			extraction.card({ kind: 'reverse', front, back, key: title.text, form: 'reverse' }, unit, member.node)
		);
	}
	for (const taken of [member, ...following]) extraction.claimMember(taken, 'card', 'marked', cards);
	if (inner.length > 0) place.readForms(innerUnit(unit, 'section', title, member.node), inner);
	return 1 + following.length;
};

/** `#card`, with what other programs write beside it: `#card-reverse`, `#card #reversed`. */
const cardTag =
	/\s*#card(?:-(reverse|spaced)|\/\S+)?(?:\s+#(?:forward|reversed|bidirectional|card-group))*(?=\s|$)[ \t]*/;

/** Under a heading, lines that are marked themselves are cards of their own, and no part of its answer. */
function separateMarked({ node, rest }: Member, extraction: Extraction) {
	if (node.kind !== 'section') return { inner: [], rest };
	const marked = new Set(
		rest.filter((below) => below.kind === 'paragraph' && isMarked(below, extraction)).map((below) => below)
	);
	return {
		inner: rest.filter((below) => marked.has(below)),
		rest: rest.filter((below) => !marked.has(below))
	};
}

const isMarked = ({ text }: Extract<NoteNode, { kind: 'paragraph' }>, { dialects }: Extraction): boolean =>
	/#card(?:-(?:reverse|spaced))?(?:\s|$)/.test(text) ||
	(dialects.has('flashcards-obsidian') && /\S\s?::/.test(text));

/** After a paragraph: the blocks up to the next tagged line or heading. */
function answerBelow({ members, index, member }: Place, extraction: Extraction): Place['members'] {
	const [next] = members.slice(index + 1);
	if (member.node.kind !== 'paragraph') return [];
	if (next?.node.kind === 'paragraph' && isMarked(next.node, extraction)) return [];
	const isTagged = (node: NoteNode, text: string): boolean => node.kind === 'section' || /#card\b/.test(text);
	const end = members.findIndex((other, at) => at > index && isTagged(other.node, other.head?.text ?? ''));
	return members.slice(index + 1, end < 0 ? undefined : end).slice(0, 1);
}
