import { answerCard } from './answer-card.ts';
import type { Construct } from './construct.ts';
import { contentOf } from './content-of.ts';
import { labelRole } from './label-role.ts';
import { nodesOf, textOf } from './member.ts';
import { resolveAnswer } from './resolve-answer.ts';

/**
 * A block that is only called an answer: its question is the heading above, with all that stands between.
 *
 *     ###### 2. What's the output?
 *     ```javascript … ```
 *     <details><summary>Answer</summary>
 *                       ^
 */
export const readAnswerBlock: Construct = ({ member, unit, left }, extraction) => {
	if (member.node.kind !== 'details' || unit.title === undefined) return 0;
	if (
		labelRole(textOf(member)) !== 'answer' &&
		!/^(?:see|show|view|click)\b.{0,20}\banswer/i.test(textOf(member))
	)
		return 0;
	const { nodes } = resolveAnswer(member.rest);
	if (!['text', 'images'].includes(contentOf(nodes))) return 0;
	const prompt = nodesOf(left);
	const card = answerCard(
		{ title: unit.title, prompt, nodes },
		{ ...unit, title: undefined },
		member.node,
		extraction
	);
	extraction.claim(member.node, 'card', 'answer', [card]);
	for (const node of prompt) extraction.claim(node, 'card', 'prompt', [card]);
	for (const { node } of left) extraction.claim(node, 'card', 'prompt', [card]);
	left.length = 0;
	return 1;
};
