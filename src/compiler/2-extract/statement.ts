import { stackFaces, type Face } from '../4-emit/face.ts';
import { blankOut } from './blank-out.ts';
import type { CardSketch, Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { keySpan } from './key-span.ts';
import type { Member } from './member.ts';
import { splitReason } from './reason.ts';
import { whyFront } from './why-front.ts';
import { splitCondition } from './condition.ts';
import { pathWithin, type Unit } from './unit.ts';

/** A card that one statement gives by itself. */
export type Atom = Pick<CardSketch, 'kind' | 'front' | 'back'>;

/**
 * A statement as a question about itself: why it holds, or with the words blanked that carry it. Undefined where it
 * has no such words: then only the block as a whole can be asked.
 */
export function readStatement(member: Member, unit: Unit, extraction: Extraction): Atom | undefined {
	if (member.head === undefined) return undefined;
	const { tokens, line } = member.head;
	const extra = extraction.render(member.rest);
	const reasoned = splitReason(tokens);
	if (reasoned !== undefined) {
		const front = whyFront(reasoned.statement, line, extraction);
		return { kind: 'basic', front, back: withExtra(extraction.renderInline(reasoned.reason, line), extra) };
	}
	const conditional = splitCondition(tokens);
	if (conditional !== undefined) {
		const condition = extraction.renderInline(conditional.condition, line);
		const front = fillTemplate(
			conditional.isAdvice ? extraction.phrases.advice : extraction.phrases.consequence,
			condition
		);
		return {
			kind: 'basic',
			front,
			back: withExtra(extraction.renderInline(conditional.consequence, line), extra)
		};
	}
	const span = keySpan(tokens, pathWithin(unit));
	if (span === undefined) return undefined;
	const { front, answer } = blankOut(tokens, span, line, extraction);
	return { kind: 'cloze', front, back: withExtra(answer, extra) };
}

/** The answer, and under it what stood under the statement. */
const withExtra = (answer: Face, extra: Face): Face =>
	stackFaces([{ ...answer, html: `<p>${answer.html}</p>` }, extra]);
