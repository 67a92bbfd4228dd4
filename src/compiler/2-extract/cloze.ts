import type { Token } from 'markdown-it';
import { clozeCards } from './cloze-cards.ts';
import type { Construct } from './construct.ts';
import { deletionsIn } from './deletions.ts';

/**
 * A text with words marked for recall, in the note's dialect.
 *
 *     The default driver is {{c1::bridge}}.       預設的 driver 是 ==bridge==。
 *                           ^                                       ^
 */
export const readCloze: Construct = ({ member, unit }, extraction) => {
	if (extraction.dialects.size === 0 || member.head === undefined) return 0;
	if (member.node.kind !== 'item' && member.node.kind !== 'paragraph') return 0;
	const { tokens, line } = member.head;
	const deletions = deletionsIn(tokens, extraction.dialects, extraction.hidesBold);
	if (deletions.length === 0) {
		for (const { content } of tokens.filter(isMarkedCode)) extraction.report('cloze-in-code', line, content);
		return 0;
	}
	const cards = clozeCards({ tokens, line, deletions, below: member.rest }, unit, member.node, extraction);
	extraction.claimMember(member, 'card', 'cloze', cards);
	return 1;
};

/** `` `{{c1::text}}` `` */
const isMarkedCode = ({ type, content }: Token): boolean =>
	type === 'code_inline' && /\{\{c\d+::/.test(content);
