import { textOf, type Member } from './member.ts';
import { statementShape } from './statement-shape.ts';
import { hasVerb, startsWithVerb } from './term.ts';

/** `非常輕量的 Linux`: Chinese, short, and no sentence. */
export function isNounPhrase(member: Member): boolean {
	const text = textOf(member);
	if (text.length > maxLength || !/[\u4e00-\u9fff]/.test(text) || /[，。；：,;:「\d]/.test(text))
		return false;
	return !startsWithVerb(text) && !hasVerb(text) && statementShape(text) === undefined;
}

const maxLength = 24;
