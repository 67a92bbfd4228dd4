import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import type { Construct } from './construct.ts';
import { fillTemplate } from './fill-template.ts';

/**
 * One piece of code that takes the place of another.
 *
 *     EX.`docker container run`取代`docker run`       指令更改`docker-compose`-->`docker compose`
 *        ^ new                      ^ old                     ^ old             ^ new
 */
export const readReplacement: Construct = ({ member, unit }, extraction) => {
	const { head, node } = member;
	if (head === undefined || node.kind !== 'item' || member.rest.length > 0) return 0;
	const pair = replacementIn(head.tokens);
	if (pair === undefined) return 0;
	const [older, newer] = pair.map((token) => extraction.renderInline([token], head.line));
	if (older === undefined || newer === undefined) return 0;
	const front = fillTemplate(extraction.phrases.replacement, older);
	const card = extraction.card(
		{ kind: 'basic', front, back: newer, key: pair[0].content, form: 'replace' },
		unit,
		node
	);
	extraction.claim(node, 'card', 'replacement', [card]);
	return 1;
};

/** The old and the new one; undefined where a text is about anything more than the two. */
function replacementIn(tokens: readonly Token[]): readonly [Token, Token] | undefined {
	const codes = tokens.filter(({ type }) => type === 'code_inline');
	const [first, second] = codes;
	if (codes.length !== 2 || first === undefined || second === undefined) return undefined;
	const raw = rawText(tokens);
	const from = raw.indexOf(first.content) + first.content.length;
	const between = rawText(cutInline(tokens, from, raw.indexOf(second.content, from))).trim();
	const around = raw.length - first.content.length - second.content.length - between.length;
	if (around > maxAround) return undefined;
	if (/^(?:取代|代替|replaces)$/.test(between)) return [second, first];
	return /^(?:-+>|=+>|→|改為|改为|改成|is now|becomes)$/.test(between) ? [first, second] : undefined;
}

/** `EX.`, `指令更改`: a few characters beside the two. */
const maxAround = 8;
