import type { Token } from 'markdown-it';
import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { labelRole } from './label-role.ts';
import { listFront } from './list-front.ts';
import { textOf, type Member } from './member.ts';
import { namesSeveral } from './names-several.ts';
import { splitLabel } from './split-label.ts';
import { subjectOf } from './subject-of.ts';
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
	if (advice.test(title.text) || because.test(first))
		return whyFront(withoutRole(title.tokens), node.line, extraction);
	const subject = subjectOf(unit, extraction);
	if (title.isQuestion) return subject;
	if (count > 1) {
		return namesSeveral(title)
			? listFront(unit, count, extraction)
			: fillTemplate(phrases.keyPoints, subject, count);
	}
	if (isCode(title.tokens)) return fillTemplate(phrases.whatDoes, subject);
	return fillTemplate(isDefinition(first, title.text) ? phrases.whatIs : phrases.keyPoint, subject);
}

/** `其他`, `Misc`: what is left to say about the block around it. */
const leftovers =
	/^(?:其他|其它|補充|补充|小細節|小细节|雜項|杂项|延伸|注意事項|注意事项|misc|miscellaneous|others?)$/i;

/** "盡量不要用 attach 模式" asks for the reason. */
const advice =
	/^(?:盡量|尽量|儘量|避免|不要|別|别|建議|建议|推薦|推荐|應該|应该|最好|優先|优先|avoid|prefer|never|always|do not|don't)/i;
const because = /^\s*(?:因為|因为|由於|由于|because\b)/i;

/** `風險：container root …`: the label says what kind of statement it is. */
function withoutRole(tokens: readonly Token[]): readonly Token[] {
	const split = splitLabel(tokens);
	return split !== undefined && labelRole(split.labelText) !== undefined ? split.value : tokens;
}

const isCode = (tokens: readonly Token[]): boolean =>
	tokens.length === 1 && tokens[0]?.type === 'code_inline' && /\s/.test(tokens[0].content);

/** The one statement says what the title is: `一個開源的 container runtime`. */
const definition =
	/^(?:一(?:個|个|種|种)|是|為|为|指|主要|規定|规定|定義|定义|描述|負責|负责|提供|表示|沒有|没有|用(?:來|来|於|于)|稱為|称为|代表|an?\s|the\s|is\s|means\s|used\s)/i;

function isDefinition(statement: string, title: string): boolean {
	const repeats = statement.toLowerCase().startsWith(title.toLowerCase());
	return definition.test(repeats ? statement.slice(title.length).trim() : statement);
}
