import type { Token } from 'markdown-it';
import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { isTool } from './is-tool.ts';
import { isNounPhrase } from './is-noun-phrase.ts';
import { labelRole } from './label-role.ts';
import { isDefining } from './is-defining.ts';
import { listFront } from './list-front.ts';
import { textOf, type Member } from './member.ts';
import { namesNumber, namesSeveral } from './names-several.ts';
import { splitLabel } from './split-label.ts';
import { isSentence, subjectOf } from './subject-of.ts';
import type { Title } from './title.ts';
import type { TitledUnit } from './unit.ts';
import { whyFront } from './why-front.ts';

/** The question that a block's card asks: by what its title is, and by what stands under it. */
export function frontOfBlock(unit: TitledUnit, statements: readonly Member[], extraction: Extraction): Face {
	const { phrases } = extraction;
	const { title, parent, node } = unit;
	const count = statements.length;
	const first = statements[0] === undefined ? '' : textOf(statements[0]);
	if (leftovers.test(title.text) && parent?.title !== undefined) {
		return fillTemplate(phrases.more, subjectOf(parent, extraction), count);
	}
	if (title.isQuestion) return asked(title, extraction);
	if (asksWhy(title, first)) return whyFront(withoutRole(title.tokens), node.line, extraction);
	if (running.test(title.text))
		return fillTemplate(phrases.consequence, extraction.renderInline(title.tokens, title.line));
	const subject = subjectOf(unit, extraction);
	if (namesSeveral(title) && (count > 1 || namesNumber(title.text)))
		return listFront(unit, count > 1 ? count : 0, extraction);
	if (namesSeveral(title)) return fillTemplate(phrases.whatIs, subject);
	if (count > 1 && statements.every(isNounPhrase)) return fillTemplate(phrases.items, subject, count);
	if (count > 1) return fillTemplate(isSentence(title) ? phrases.keyPoints : phrases.traits, subject, count);
	if (isTool(unit)) return fillTemplate(phrases.whatDoes, subject);
	if (isDefining(first, title.text)) return fillTemplate(phrases.whatIs, subject);
	return fillTemplate(isSentence(title) ? phrases.keyPoint : phrases.trait, subject);
}

/** A title that asks, with the mark that it may lack: `Why use X` -> `Why use X?`. */
function asked({ tokens, text, line }: Title, extraction: Extraction): Face {
	const face = extraction.renderInline(tokens, line);
	const isMarked =
		/[?？.。!！]\s*$/.test(text) ||
		!/^(?:什|何|為|为|如|怎|哪|what|why|when|where|which|who|how)/i.test(text);
	if (isMarked) return face;
	const mark = /[^ -~]/.test(text) ? '？' : '?';
	return { ...face, html: face.html + mark, text: face.text + mark };
}

/** `其他`, `Misc`: what is left to say about the block around it. */
const leftovers =
	/^(?:其他|其它|補充|补充|小細節|小细节|雜項|杂项|延伸|注意事項|注意事项|misc|miscellaneous|others?)$/i;

/** "盡量不要用 attach 模式" asks for the reason. */
const advice =
	/^(?:盡量|尽量|儘量|避免|不要|別|别|建議|建议|推薦|推荐|應該|应该|最好|優先|优先|avoid|prefer|never|always|do not|don't)/i;
const because = /^\s*(?:因為|因为|由於|由于|because\b)/i;

/** The title gives advice, or the block begins with a reason: it is the reason that is asked for. */
export const asksWhy = ({ text }: Title, first: string): boolean => advice.test(text) || because.test(first);

/** The title is something that is done, and the block says what comes of it. */
export const tellsOutcome = ({ text }: Title): boolean => running.test(text);

/** `執行 docker run …` over what came of it. */
const running = /^(?:執行|执行|運行|运行|running|run|executing|execute)\s/i;

/** `風險：container root …`: the label says what kind of statement it is. */
function withoutRole(tokens: readonly Token[]): readonly Token[] {
	const split = splitLabel(tokens);
	return split !== undefined && labelRole(split.labelText) !== undefined ? split.value : tokens;
}
