import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { stackFaces, type Face } from '../4-emit/face.ts';
import { namesSeveral } from './names-several.ts';
import { isSentence } from './subject-of.ts';
import { atomSubject } from './atom-subject.ts';
import { blankOut, type Span } from './blank-out.ts';
import { splitCondition } from './condition.ts';
import type { CardSketch, Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { isCommand } from './is-command.ts';
import { keySpan, openSpan, plainSpan } from './key-span.ts';
import type { Head, Member } from './member.ts';
import { whatIsSaid } from './said.ts';
import { splitReason } from './reason.ts';
import { statementShape, type StatementShape } from './statement-shape.ts';
import { pathWithin, type Unit } from './unit.ts';
import { whyFront } from './why-front.ts';

/** A card that one statement gives by itself. */
export type Atom = Pick<CardSketch, 'kind' | 'front' | 'back' | 'parts' | 'path'>;

/** A statement as a card of its own, or as one of those that a question of their shape asks for together. */
export type Reading = Atom | StatementShape;

/**
 * A statement as a question about itself: why it holds, what follows from its condition, or with the words blanked that
 * carry it. Where no words stand out, the shape of what it says. Undefined where it has neither: then only the block as
 * a whole can be asked.
 */
export function readStatement(member: Member, unit: Unit, extraction: Extraction): Reading | undefined {
	const said = member.head === undefined ? undefined : whatIsSaid(member.head, unit);
	if (said === undefined || isProse(said.head, member)) return undefined;
	const { head } = said;
	const shape = statementShape(head.text);
	if (shape === 'example') return shape;
	const remark = extraction.renderInline(said.remark, head.line);
	const statement: Statement = {
		head,
		extra: stackFaces([asParagraph(remark), extraction.render(member.rest)]),
		subject: atomSubject(unit, head.text, extraction),
		unit
	};
	const sentence = readReason(statement, extraction) ?? readConditional(statement, extraction);
	if (sentence !== undefined) return placed(sentence, statement, unit);
	const isVague = !asksByShape(unit);
	if ((shape === 'purpose' || shape === 'contents') && !isVague && !/[，,]/.test(head.text)) return shape;
	const context = { path: pathWithin(unit), hasSubject: statement.subject !== undefined };
	const span = keySpan(head.tokens, context);
	if (span !== undefined) {
		const atom = readCommand(statement, span, extraction) ?? readBlank(statement, span, extraction);
		return placed(atom, statement, unit);
	}
	if (shape !== undefined && shape !== 'recommended' && !isVague && !/^(?:也|還|还)/.test(head.text))
		return shape;
	const plain = plainSpan(head.tokens, context);
	if (plain !== undefined) return placed(readBlank(statement, plain, extraction), statement, unit);
	const ability = readAbility(statement, extraction);
	if (ability !== undefined) return placed(ability, statement, unit);
	const open = openSpan(head.tokens, context);
	return open === undefined ? shape : placed(readBlank(statement, open, extraction), statement, unit);
}

/** Where the front says what it is about, the breadcrumb need not. */
const placed = (atom: Atom, { subject }: Statement, unit: Unit): Atom =>
	subject === undefined ? atom : { ...atom, path: unit.path };

interface Statement {
	readonly head: Head;
	/** What stands under it. */
	readonly extra: Face;
	/** What it is about, where it does not say so itself. */
	readonly subject: Face | undefined;
	readonly unit: Unit;
}

/** "X 有什麼限制？" needs an X: a name, neither a sentence nor `其他`. */
const asksByShape = ({ title }: Unit): boolean =>
	title !== undefined && !isSentence(title) && !title.isGeneric && !namesSeveral(title);

/** A paragraph of several sentences: a single blank would not ask for what it says. */
const isProse = ({ text }: Head, { list }: Member): boolean =>
	list === undefined && /[。！!.][^\w)）」”"'。.]*\s*\S/.test(text.replace(/[\w)]\.\w/g, ''));

function readReason({ head, extra, subject }: Statement, extraction: Extraction): Atom | undefined {
	const reasoned = splitReason(head.tokens);
	if (reasoned === undefined) return undefined;
	const front = about(subject, whyFront(reasoned.statement, head.line, extraction), extraction);
	return {
		kind: 'basic',
		front,
		back: withExtra(extraction.renderInline(reasoned.reason, head.line), extra)
	};
}

function readConditional({ head, extra, subject }: Statement, extraction: Extraction): Atom | undefined {
	const conditional = splitCondition(head.tokens);
	if (conditional === undefined) return undefined;
	const { consequence, advice } = extraction.phrases;
	const condition = extraction.renderInline(conditional.condition, head.line);
	const asked = fillTemplate(conditional.isAdvice ? advice : consequence, condition);
	const answer = extraction.renderInline(conditional.consequence, head.line);
	return { kind: 'basic', front: about(subject, asked, extraction), back: withExtra(answer, extra) };
}

/** `執行中的 container 可以再輸出為 image，…`: what it can, or will, do. */
function readAbility({ head, extra, subject }: Statement, extraction: Extraction): Atom | undefined {
	const raw = rawText(head.tokens);
	const found = ability.exec(raw);
	const [, actor = '', verb = ''] = found ?? [];
	if (found === null || /[。；;\n]/.test(raw)) return undefined;
	const { can, consequence } = extraction.phrases;
	const who = extraction.renderInline(cutInline(head.tokens, 0, actor.length), head.line);
	const asked = fillTemplate(/會|会/.test(verb) ? consequence : can, who);
	const answer = extraction.renderInline(cutInline(head.tokens, actor.length), head.line);
	return { kind: 'basic', front: about(subject, asked, extraction), back: withExtra(answer, extra) };
}

/** A noun phrase, and the modal verb after it. */
const ability =
	/^((?!(?:這|这|該|该|其|它|但|而|並|并|所以|因此|也|還|还|都|若|如果|當|当|因|為|为))[^，,。：:]{4,30}?)\s*(不?(?:可以|能夠|能够|會|会))(?!議|议|計|计|員|员|話|话)/;

/** `manjaro 需再自行下載 sudo pacman -Sy …`: the words before a command at the end say what it is for. */
function readCommand(
	{ head, extra, unit }: Statement,
	{ start, end }: Span,
	extraction: Extraction
): Atom | undefined {
	const raw = rawText(head.tokens);
	const command = raw.slice(start, end);
	const before = raw.slice(0, start).replace(usingWord, '');
	const isCode = head.tokens.some(({ type, content }) => type === 'code_inline' && content === command);
	const isAsked = using.test(raw.slice(0, start)) || doing.test(before);
	if (!isCode || !isAsked || !isCommand(command) || raw.slice(end).trim() !== '') return undefined;
	if (before.length < minPurpose) return undefined;
	const purpose = extraction.renderInline(cutInline(head.tokens, 0, before.length), head.line);
	const subject = atomSubject(unit, before, extraction);
	return {
		kind: 'command',
		front: fillTemplate(extraction.phrases.command, about(subject, purpose, extraction)),
		back: withExtra(extraction.renderInline(cutInline(head.tokens, start, end), head.line), extra),
		parts: { kind: 'command', command, language: 'sh' }
	};
}

const usingWord = /\s*(?:可以?用|使用|用|透過|執行|执行|如|[：:，,]|with|using|by|run)?\s*[：:]?\s*$/i;
const using = /(?:用|透過|執行|with|using|by|run)\s*[：:]?\s*$/i;
const doing =
	/(?:下載|下载|安裝|安装|啟動|启动|建立|查看|設定|设定|輸入|输入|執行|执行|run|install|enter|type)\s*[:：]?\s*$/i;
/** Characters; fewer say nothing of what a command is for. */
const minPurpose = 4;

function readBlank(statement: Statement, span: Span, extraction: Extraction): Atom {
	const { head, extra, subject } = statement;
	const { front, answer } = blankOut(head.tokens, span, head.line, extraction);
	return { kind: 'cloze', front: about(subject, front, extraction), back: withExtra(answer, extra) };
}

/** `overlay：…`. */
const about = (subject: Face | undefined, asked: Face, extraction: Extraction): Face =>
	subject === undefined ? asked : fillTemplate(extraction.phrases.topic, subject, asked);

/** The answer, and under it what stood under the statement. */
const withExtra = (answer: Face, extra: Face): Face => stackFaces([asParagraph(answer), extra]);

const asParagraph = (face: Face): Face =>
	face.html === '' ? face : { ...face, html: `<p>${face.html}</p>` };
